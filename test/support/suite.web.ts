// `extensionTestsPath` in the browser's extension host, which is a web worker.
import 'mocha/mocha.js';
import { reportRun } from './report';

export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 120_000, reporter: Mocha.reporters.Base, forbidOnly: true });
  await import('tests');
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      void told.then(() => (failures === 0 ? resolve() : reject(new Error(`${failures} failed`))));
    });
    const told = reportRun(runner);
  });
}
