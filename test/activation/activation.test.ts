import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { activated } from '../support/editor';
import { print } from '../support/report';

const rounds = 15;

/** An extension that does nothing. */
const idle = "const vscode = require('vscode');\nexports.activate = () => vscode;\n";

/**
 * Beside it the entry took 1.8 times as long on 2026-11-30, in a plain node whose `vscode` was empty; a bundle of the engine
 * takes a hundred times as long. Far from both, so that a busy machine fails nothing.
 */
const most = 8;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

describe('what activation loads', () => {
  before(activated);

  it('takes little more than an extension that does nothing', async () => {
    const extensionPath = vscode.extensions.getExtension('keystow.keystow')?.extensionPath ?? '';
    const entry = await readFile(path.join(extensionPath, 'dist/extension.js'), 'utf8');
    const dir = await mkdtemp(path.join(os.tmpdir(), 'keystow-activation-'));
    /** Milliseconds. Each time a file of its own, which nobody has compiled. */
    const timeOf = async (name: string, text: string): Promise<number> => {
      const file = path.join(dir, name);
      await writeFile(file, text);
      const load = createRequire(file);
      const started = performance.now();
      load(file);
      return performance.now() - started;
    };
    const times: number[] = [];
    const ratios: number[] = [];
    try {
      for (let round = 0; round <= rounds; round++) {
        const peer = await timeOf(`idle${round}.js`, idle);
        const own = await timeOf(`extension${round}.js`, entry);
        if (round === 0) continue; // who asks for `vscode` first waits for what is made then
        times.push(own);
        ratios.push(own / peer);
      }
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
    const ratio = median(ratios);
    print(
      `loading dist/extension.js (${entry.length} characters): median ${median(times).toFixed(1)} ms, ${ratio.toFixed(1)} times an extension that does nothing (fails beyond ${most})`,
    );
    assert.ok(ratio <= most, 'the entry loads more than what activation needs');
  });
});
