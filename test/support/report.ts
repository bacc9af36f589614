import type { Runner } from 'mocha';
import { waits } from './waits';

declare const KEYSTOW_REPORT_TO: string;

/** Told one after the other, so that lines keep their order. */
let sent: Promise<unknown> = Promise.resolve();

function send(message: object): void {
  sent = sent.then(() => fetch(KEYSTOW_REPORT_TO, { method: 'POST', body: JSON.stringify(message) }));
}

/** Prints one line, from inside VS Code, where the suite was started. */
export const print = (line: string): void => send({ line });

/** Tells a run as it goes, in the manner of mocha's own spec reporter, and its counts at the end. */
export function reportRun(runner: Runner): Promise<void> {
  let depth = 0;
  const indent = (): string => '  '.repeat(depth);
  const failed: string[] = [];
  const counts = { passed: 0, failed: 0, skipped: 0 };
  runner.on('suite', (suite) => {
    if (!suite.root) print(`${indent()}${suite.title}`);
    depth++;
  });
  runner.on('suite end', () => {
    depth--;
  });
  runner.on('pass', (test) => {
    counts.passed++;
    print(`${indent()}✔ ${test.title}${(test.duration ?? 0) < 100 ? '' : ` (${test.duration} ms)`}`);
  });
  runner.on('pending', (test) => {
    counts.skipped++;
    print(`${indent()}- ${test.title}`);
  });
  runner.on('fail', (test, error) => {
    counts.failed++;
    print(`${indent()}${counts.failed}) ${test.title}`);
    const said = [error.stack ?? error.message, ...waits()].map((text) =>
      text.split('\n').slice(0, 30).join('\n'),
    );
    failed.push([`${counts.failed}) ${test.fullTitle()}`, ...said].join('\n'));
  });
  return new Promise((resolve) => {
    runner.once('end', () => {
      for (const text of failed) print(`\n${text}`);
      send({ counts: { ...counts, failures: failed } });
      void sent.then(() => resolve());
    });
  });
}
