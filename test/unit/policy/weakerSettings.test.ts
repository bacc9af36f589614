import assert from 'node:assert/strict';
import { usualSeverity, weakerSettings } from '../../../src/engine/index';

const meanings = (given: Readonly<Record<string, unknown>>): readonly string[] =>
  weakerSettings(given, usualSeverity).map(({ key, meaning }) => `${key}: ${meaning}`);

describe('settings of a workspace that ask for less', () => {
  const cases: readonly (readonly [
    title: string,
    given: Readonly<Record<string, unknown>>,
    told: readonly string[],
  ])[] = [
    ['nothing', {}, []],
    ['the defaults, written out', { enable: true, maxFileSize: 5120, exclude: ['**/.git/**'] }, []],
    ['what asks for more', { maxFileSize: 10_000, severity: { 'google-api-key': 'error' } }, []],
    [
      'a rule that is off by default',
      { severity: { 'env-readable': 'hint', 'env-name-missing': 'off' } },
      [],
    ],
    ['scanning turned off', { enable: false }, ['enable: nothing is scanned']],
    ['files left out', { exclude: ['**/.git/**', 'src/**'] }, ['exclude: src/** is not scanned']],
    ['a smaller limit', { maxFileSize: 10 }, ['maxFileSize: files over 10 KB are not scanned']],
    [
      'a rule that is off, and one that is less than an error',
      { severity: { 'openai-project-key': 'off', 'env-tracked': 'hint', unknown: 'off' } },
      [
        'severity: openai-project-key is off, by default error',
        'severity: env-tracked is hint, by default error',
      ],
    ],
    ['values of the wrong kind', { enable: 'no', severity: 3, exclude: {} }, []],
  ];
  for (const [title, given, told] of cases) it(title, () => assert.deepEqual(meanings(given), told));
});
