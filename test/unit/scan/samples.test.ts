import assert from 'node:assert/strict';
import { type SampleId, sampleIds, sampleOf, scanDocument } from '../../../src/engine/index';
import { randomText } from '../../support/random';

describe('samples', () => {
  const expected: Readonly<Record<SampleId, readonly [name: string, place: string]>> = {
    code: ['sample.js', 'code'],
    web: ['sample.html', 'browser'],
    docker: ['Dockerfile', 'image'],
  };
  for (const id of sampleIds)
    it(`${id} shows what it is for`, () => {
      const { languageId, text } = sampleOf(id, randomText(1));
      const [name, place] = expected[id];
      // As the editor has it before and after it is saved.
      for (const path of ['Untitled-1', name]) {
        const findings = scanDocument({ path, languageId, text });
        assert.deepEqual(
          findings.map((one) => [one.rule, one.place, one.severity]),
          [['openai-project-key', place, 'error']],
          path,
        );
      }
    });

  it('have another key each time', () => {
    assert.notEqual(sampleOf('code', randomText(1)).text, sampleOf('code', randomText(2)).text);
  });
});
