import { version } from '../version';

// The entry stays this small so that `--version` costs no more than starting node: the rest is a file of its own.
if (process.argv.length === 3 && process.argv[2] === '--version') {
  process.stdout.write(`${version}\n`);
} else {
  void import('./start').then(({ start }) => start());
}
