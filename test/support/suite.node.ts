// `extensionTestsPath` in the desktop and in the remote extension host: both run in Node.
import Mocha from 'mocha';
import { reportRun } from './report';

export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 120_000, reporter: Mocha.reporters.Base, forbidOnly: true });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('tests');
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      void told.then(() => (failures === 0 ? resolve() : reject(new Error(`${failures} failed`))));
    });
    const told = reportRun(runner);
  });
}
