// `npm run wasm`: src/engine/filter/module.ts, made of src/wasm/filter.ts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './host/setup';

const target = path.join(root, 'src/engine/filter/module.ts');

/** The module, by the compiler of AssemblyScript: https://www.assemblyscript.org/compiler.html, read 2026-11-29. */
function compiled(): Buffer {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'keystow-wasm-'));
  try {
    const out = path.join(dir, 'filter.wasm');
    const options = [
      '-O3',
      '--noAssert',
      '--runtime',
      'stub',
      '--memoryBase',
      '49152',
      '--initialMemory',
      '8',
      '--enable',
      'simd',
    ];
    const { status, stderr } = spawnSync(
      process.execPath,
      ['node_modules/assemblyscript/bin/asc.js', 'src/wasm/filter.ts', ...options, '--outFile', out],
      { cwd: root, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(stderr);
    return readFileSync(out);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function main(): void {
  const made = compiled();
  const lines = made.toString('base64').match(/.{1,100}/g) ?? [];
  const content = `// Made by \`npm run wasm\` of src/wasm/filter.ts.\n\n/** A WebAssembly module in base64, ${made.length} bytes. */\nexport const filterModule =\n  ${lines.map((line) => `'${line}'`).join(' +\n  ')};\n`;
  writeFileSync(target, content);
}

main();
