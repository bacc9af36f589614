import assert from 'node:assert/strict';
import {
  defaultSettings,
  isReadInPart,
  maskedSpans,
  mayHoldAnyKey,
  mayHoldKey,
  mostFindings,
  scanDocument,
} from '../../../src/engine/index';
import { madeKey } from '../../support/keys';

const scanned = (text: string, path = 'a.ts') => {
  const document = { path, text };
  return { findings: scanDocument(document), isInPart: isReadInPart(document) };
};

/** A few more than are told: one in thousands is no key, by chance. */
const keys = Array.from({ length: mostFindings + 20 }, (_, i) => madeKey('groq-api-key', `${i}`));
const key = madeKey('groq-api-key');
const head = key.slice(0, 20);

describe('a text of which not all is read', () => {
  it('has more keys than are told: the first ones are, and that there are more', () => {
    const text = keys.join('\n');
    const { findings, isInPart } = scanned(text);
    assert.equal(findings.length, mostFindings);
    assert.equal(isInPart, true);
    const told = findings.map(({ span }) => text.slice(span.start, span.end));
    const known = new Set(told);
    assert.deepEqual(
      told,
      keys.slice(0, keys.indexOf(told.at(-1) ?? '') + 1).filter((one) => known.has(one)),
    );
    const whole = scanned(told.join('\n'));
    assert.equal(whole.findings.length, mostFindings);
    assert.equal(whole.isInPart, false, 'as many as are told');
  });

  it('has as many of what only its place tells', () => {
    const value = key.slice(4, 24);
    const line = (i: number): string => `services.s${i}.password=${value}\n`;
    const text = Array.from({ length: mostFindings + 1 }, (_, i) => line(i)).join('');
    const { findings, isInPart } = scanned(text, 'application.properties');
    assert.equal(findings.length, mostFindings);
    assert.equal(isInPart, true);
  });

  it('has too many literals that are joined', () => {
    const joined = (count: number): string => `x = ${'"a" + '.repeat(count)}"a";\n`;
    assert.equal(scanned(joined(60_000)).isInPart, false);
    const { findings, isInPart } = scanned(
      `${joined(60_001)}k = "${key.slice(0, 2)}" + "${key.slice(2)}";\n`,
    );
    assert.deepEqual(findings, [], 'what is behind them is not found');
    assert.equal(isInPart, true);
  });

  it('has too many literals that begin as a key does', () => {
    const opened = (count: number): string => `f("${head}", 1);\n`.repeat(count);
    assert.equal(scanned(opened(10_000)).isInPart, false);
    assert.equal(scanned(opened(10_001)).isInPart, true);
  });

  it('has too many templates', () => {
    const parts = `const a = "words";\nconst tail = "${key.slice(20)}";\nconst k = \`${head}\${tail}\`;\n`;
    const filled = (count: number): string => `${'f(`${a}words`);\n'.repeat(count)}${parts}`;
    const { findings, isInPart } = scanned(filled(9_999));
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['groq-api-key'],
    );
    assert.equal(isInPart, false);
    assert.deepEqual(scanned(filled(10_000)), { findings: [], isInPart: true });
  });

  it('may hold a key, for who only asks that', () => {
    const text = `x = ${'"a" + '.repeat(60_001)}"a";\n`;
    assert.equal(mayHoldKey(text, defaultSettings), true);
    assert.equal(mayHoldAnyKey({ path: 'a.ts', text }), true);
  });

  it('hides every key all the same', () => {
    const text = keys.join('\n');
    const hidden = maskedSpans({ path: 'a.txt', text }).length;
    assert.ok(hidden > mostFindings, `${hidden}`);
  });
});
