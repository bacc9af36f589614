// `tsx scripts/release.ts TAG [NOTES]`: whether a tag is ready to be released. Prints `version` and `channel` as the steps of a
// workflow take them, and writes the changelog's section to the file NOTES; or prints what is wrong, and ends with 1.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isPreRelease } from './stores/package';

/** What package.json and package-lock.json say. */
export interface Released {
  readonly version: string;
  readonly private?: boolean;
}

/** What keeps a tag from being released; each a sentence that says what to do. */
export function checkRelease(
  tag: string,
  manifest: Released,
  lock: Released,
  changelog: string,
): readonly string[] {
  const { version } = manifest;
  const problems: string[] = [];
  if (tag !== `v${version}`)
    problems.push(
      `The tag is ${tag} and package.json has ${version}: tag the commit that has the version, as v${version}.`,
    );
  if (lock.version !== version)
    problems.push(`package-lock.json has ${lock.version} and package.json ${version}: run npm install.`);
  if (manifest.private === true)
    problems.push('package.json has "private": true, which npm does not publish: take it out.');
  if (!sectionOf(changelog, version))
    problems.push(
      `CHANGELOG.md says nothing of ${version}: add "## ${version}" with what changes for users.`,
    );
  if (sectionOf(changelog, 'Unreleased'))
    problems.push(`CHANGELOG.md has entries under Unreleased: move them under "## ${version}".`);
  return problems;
}

/** What stands below a heading of the changelog, such as `## 0.2.0` or `## 0.2.0 (2026-12-01)`, up to the next one. */
export function sectionOf(changelog: string, title: string): string | undefined {
  const sections = changelog.split(/^## +/m).slice(1);
  const section = sections.find((one) => /^\[?v?([^\s\]]+)/.exec(one)?.[1] === title);
  return section?.slice(section.indexOf('\n')).trim();
}

if (require.main === module) {
  const root = path.join(__dirname, '..');
  const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');
  const [tag = '', notes] = process.argv.slice(2);
  const manifest = JSON.parse(read('package.json')) as Released;
  const changelog = read('CHANGELOG.md');
  const problems = checkRelease(tag, manifest, JSON.parse(read('package-lock.json')) as Released, changelog);
  if (problems.length > 0) {
    for (const problem of problems) console.error(problem);
    process.exit(1);
  }
  const { version } = manifest;
  if (notes !== undefined) writeFileSync(notes, `${sectionOf(changelog, version)}\n`);
  console.log(`version=${version}\nchannel=${isPreRelease(version) ? 'pre-release' : 'release'}`);
}
