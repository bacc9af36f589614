// `npm run test:tools [-- FIXTURE…]`: what a move leaves behind, read by the tools themselves, or else by what their makers
// publish. Each says whether it takes the file, and where it can be asked, whether it gets the value. They talk to loopback
// only. On Debian: `apt-get install docker-compose kubernetes-client direnv gradle twine default-jdk-headless
// libspring-core-java libspring-beans-java libyaml-snake-java libcommons-logging-java maven ansible-core python3-pip ruby make`;
// the others are installed from npm, without install scripts. What is missing is skipped and said.
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { checks } from './tools/index';
import { installed } from './tools/npm';
import { Result } from './tools/result';
import { unread } from './tools/unread';

const isThere = (needed: string): boolean =>
  path.isAbsolute(needed)
    ? existsSync(needed)
    : (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, needed)));

async function main(): Promise<void> {
  installed();
  const wanted = process.argv.slice(2);
  const isWanted = ([name]: readonly [string, unknown]): boolean =>
    wanted.length === 0 || wanted.includes(name);
  const count = { passed: 0, failed: 0, skipped: 0 };
  let byOthers = 0;
  for (const [name, { by, needs = {}, run }] of Object.entries(checks).filter(isWanted)) {
    const missing = Object.keys(needs).filter((one) => !isThere(one));
    if (missing.length > 0) {
      count.skipped++;
      console.log(`skipped ${name}: apt-get install ${missing.map((one) => needs[one]).join(' ')}`);
      continue;
    }
    const result = new Result(name);
    try {
      await run(result);
      count.passed++;
      if (by !== undefined) byOthers++;
      console.log(`ok ${name}${by === undefined ? '' : ` (not by its tool: ${by})`}`);
    } catch (error) {
      count.failed++;
      console.log(`not ok ${name}: ${error instanceof Error ? error.message : error}`);
    } finally {
      rmSync(result.dir, { recursive: true, force: true });
    }
  }
  const left = unread.filter(isWanted);
  for (const [name, why] of left) console.log(`not read by its tool: ${name}: ${why}`);
  console.log(
    `${byOthers} of those that passed are read by something else in the tool's place; ${left.length} more are not read here`,
  );
  console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  process.exitCode = count.failed > 0 ? 1 : 0;
}

void main();
