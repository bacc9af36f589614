import assert from 'node:assert/strict';
import { auditWorkspace, defaultSettings, neverCancelled } from '../../../src/engine/index';
import { MemoryWorkspace } from '../../support/memoryWorkspace';

describe('env-encoding', () => {
  it('is told of env files that not every reader decodes', async () => {
    const text = 'A=1\n';
    const utf16 = Uint8Array.from([0xff, 0xfe, ...Array.from(text).flatMap((one) => [one.charCodeAt(0), 0])]);
    const bom = Uint8Array.from([0xef, 0xbb, 0xbf, ...Buffer.from(text)]);
    const cases: readonly (readonly [path: string, bytes: Uint8Array | string, isTold: boolean])[] = [
      ['.env', utf16, true],
      ['.env.local', bom, true],
      ['.env', text, false],
      ['notes.txt', utf16, false],
    ];
    for (const [path, bytes, isTold] of cases) {
      const options = { settings: defaultSettings, cancel: neverCancelled };
      const { findings } = await auditWorkspace(new MemoryWorkspace({ [path]: bytes }), options);
      assert.deepEqual(
        findings.map(({ rule }) => rule),
        isTold ? ['env-encoding'] : [],
        path,
      );
    }
  });
});
