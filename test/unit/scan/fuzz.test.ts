import assert from 'node:assert/strict';
import { analysers } from '../../../src/engine/analysers/index';
import { kindsOf } from '../../../src/engine/detectors/detector';
import { detectors } from '../../../src/engine/detectors/index';
import { scanDocument } from '../../../src/engine/index';
import { fixtures } from '../../support/fixtures';
import { fill, sections } from '../../support/markers';
import { randomText, seeded } from '../../support/random';

/** One name for every kind of file, and one that none claims. */
const paths = [
  'a.ts',
  'a.py',
  'A.vue',
  'a.html',
  '.env',
  '.env.example',
  '.gitignore',
  'Dockerfile',
  'Makefile',
  'justfile',
  'Procfile',
  'a.bru',
  'a.tf',
  'a.md',
  'a.http',
  'a.ipynb',
  '.envrc',
  '.mcp.json',
  'a.txt',
];

/** Pieces that mean something to some part of the scan. */
const pieces = [
  ...'"\'`+.,;:=/\\-_@#${}()[]<>\n\r\t |&?!*%',
  '\r\n',
  '-----BEGIN RSA ',
  '-----END ',
  'sk-',
  'AKIA',
  'Bearer ',
  'ENV ',
  'ARG ',
  '# escape=`\n',
  'RUN <<EOF\n',
  'apiKey',
  'MISTRAL_API_KEY',
  '].join("")',
  '""',
  'postgres://u:',
  '\u0000',
  '\uFEFF',
  '\uD83D',
  'é',
  '\u2028',
  'keystow-ignore-line ',
];

const within = (text: string, path: string): void => {
  for (const { span, range } of scanDocument({ path, text }, { inRepository: true, ignored: false })) {
    assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
    assert.ok(range.start.line <= range.end.line);
  }
};

describe('any text', () => {
  it('made of pieces that mean something', () => {
    assert.ok(analysers.length < paths.length);
    for (let seed = 1; seed <= 400; seed++) {
      const next = seeded(seed);
      const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)];
      const random = randomText(seed);
      const kinds = detectors.flatMap(kindsOf);
      const text = Array.from({ length: 200 }, () =>
        next() < 0.1 ? (pick(kinds)?.example(random) ?? '') : (pick(pieces) ?? ''),
      ).join('');
      for (const path of paths) within(text, path);
    }
  });

  it('mutated from the fixtures, under their own names and others', () => {
    const files = fixtures.flatMap(({ text }) =>
      sections(text).map(({ path, body }) => ({ path: path.replace(/^after /, ''), text: fill(body).text })),
    );
    assert.ok(files.length > 400);
    for (const { path, text } of files) {
      for (let seed = 1; seed <= 20; seed++) {
        const next = seeded(seed);
        let mutated = text;
        for (let change = 0; change < 8; change++) {
          const at = Math.floor(next() * mutated.length);
          const length = Math.floor(next() * 40);
          const piece = pieces[Math.floor(next() * pieces.length)] ?? '';
          mutated =
            mutated.slice(0, at) +
            (next() < 0.5 ? piece : '') +
            mutated.slice(at + (next() < 0.5 ? length : 0));
        }
        within(mutated, path);
        within(mutated, paths[Math.floor(next() * paths.length)] ?? '');
      }
    }
  });

  it('hostile: a megabyte of what begins again and again', () => {
    const size = 2 ** 20;
    for (const piece of [
      '"',
      "'+'",
      '" "',
      '=',
      '.',
      '-',
      'a1.',
      'A1b2',
      '[',
      '["',
      '\\\n',
      '-----BEGIN PRIVATE KEY-----',
      'postgres://',
      'key="',
      'Bearer ',
      'eyJh',
      '((((',
      '1:A',
      '=ops_eyJ',
      '=sntrys_eyJpYXQiO',
      'SG.',
    ])
      within(piece.repeat(Math.ceil(size / piece.length)), 'a.ts');
  });
});
