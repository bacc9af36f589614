import { version } from '../version';

// The entry stays this small so that `--version` costs no more than starting node: the rest is a file of its own, and
// what a hook needs is another, for every commit waits for it.
const [name, verb, ...rest] = process.argv.slice(2);
if (name === '--version' && verb === undefined) {
  process.stdout.write(`${version}\n`);
} else if (name === 'hook' && verb === 'run') {
  void import('./stagedGate').then(({ startHook }) => startHook(rest));
} else if (name === 'audit' && verb === '--staged' && rest.length === 0) {
  void import('./stagedGate').then(({ startStaged }) => startStaged());
} else {
  void import('./start').then(({ start }) => start());
}
