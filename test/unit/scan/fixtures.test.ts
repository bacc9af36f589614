import assert from 'node:assert/strict';
import { scanDocument } from '../../../src/engine/index';
import { fixtures } from '../../support/fixtures';
import { factsOf, fill, sections } from '../../support/markers';

describe('scanDocument', () => {
  for (const fixture of fixtures.filter(({ path }) => path.startsWith('scan/'))) {
    sections(fixture.text).forEach(({ path, tags, body }, index) => {
      it(`${fixture.path} ${index + 1}: ${path} ${[...tags].join(' ')}`, () => {
        const { text, expected } = fill(body);
        const findings = scanDocument({ path, text }, factsOf(tags));
        const found = findings.map(({ rule, span }) => ({
          rule,
          ...span,
          text: text.slice(span.start, span.end).slice(0, 12),
        }));
        const wanted = expected
          .map(({ rule, start, end }) => ({ rule, start, end, text: text.slice(start, end).slice(0, 12) }))
          .sort((a, b) => a.start - b.start);
        assert.deepEqual(found, wanted);
      });
    });
  }
});
