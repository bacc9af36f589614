import type { Check, Checks } from './check';
import { bin, folder, modules } from './npm';
import { sentTo } from './server';

/** A package index that nobody else has. */
const registry = /(?:https:)?\/\/registry\.invalid/g;
const reach = (origin: string) => (text: string) =>
  text.replace(registry, (all) => (all.startsWith('https') ? origin : origin.slice('http:'.length)));

/** By Maven's own libraries: its plugin for that needs a network. */
const maven = (file: string): Check => ({
  needs: { java: 'default-jdk-headless', '/usr/share/maven/lib': 'maven' },
  run: async (result) => {
    const java = ['java', '-cp', '/usr/share/maven/lib/*', `${folder}/Maven.java`];
    result.mustReach(await result.run([...java, file], { exported: true }));
  },
});

export const packages: Checks = {
  mavenSettings: maven('.mvn/settings.xml'),
  mavenPom: maven('pom.xml'),
  pipRequirements: {
    needs: { pip: 'python3-pip' },
    run: async (result) => {
      const sent = await sentTo((origin) => {
        result.change('requirements.txt', (text) =>
          text.replaceAll('https://', 'http://').replaceAll('a.invalid', new URL(origin).host),
        );
        const download = ['pip', 'download', '--no-deps', '--no-input', '-r', 'requirements.txt'];
        return result.run(download, { exported: true, mayFail: true });
      });
      const [, basic = ''] = /Basic ([^"]+)/.exec(sent) ?? [];
      result.mustReach(Buffer.from(basic, 'base64').toString());
    },
  },
  npmrc: {
    run: async (result) => {
      const sent = await sentTo((origin) => {
        result.change('.npmrc', reach(origin));
        result.write('package.json', '{ "name": "a" }');
        return result.run(['npm', 'view', 'a', '--fetch-retries=0'], { exported: true, mayFail: true });
      });
      result.mustReach(sent);
    },
  },
  yarnrc: {
    run: async (result) => {
      result.write('package.json', '{ "name": "a" }');
      const get = ['config', 'get', 'npmScopes', '--json', '--no-redacted'];
      result.mustReach(await result.run([process.execPath, bin('yarn'), ...get], { exported: true }));
      await result.run([process.execPath, bin('yarn'), ...get]); // without the variable too
    },
  },
  bunfig: {
    run: async (result) => {
      const bun = `${modules}/@oven/bun-${process.platform}-${process.arch}/bin/bun`;
      result.write('package.json', '{ "dependencies": { "@team/a": "1.0.0" } }');
      const sent = await sentTo((origin) => {
        result.change('bunfig.toml', reach(origin));
        return result.run([bun, 'install'], { mayFail: true }); // it reads .env itself
      });
      result.mustReach(sent);
    },
  },
  pypirc: {
    needs: { twine: 'twine' },
    run: async (result) => {
      result.write('a-1.0/PKG-INFO', 'Metadata-Version: 1.0\nName: a\nVersion: 1.0\n');
      await result.run(['tar', '-czf', 'a-1.0.tar.gz', 'a-1.0']);
      const sent = await sentTo((origin) => {
        result.change('.pypirc', (text) => `${text}repository = ${origin}/\n`);
        const upload = ['upload', '--non-interactive', '--config-file', '.pypirc', 'a-1.0.tar.gz'];
        return result.run(['twine', ...upload], { exported: true, mayFail: true });
      });
      const [, basic = ''] = /"authorization":"Basic ([^"]+)"/.exec(sent) ?? [];
      result.mustReach(Buffer.from(basic, 'base64').toString());
    },
  },
  gradleProperties: {
    needs: { gradle: 'gradle' },
    run: async (result) => {
      result.write('build.gradle', 'task show { doLast { println openaiKey } }\n');
      const show = ['-q', '--offline', '--no-daemon', '--gradle-user-home', '.gradle-home', 'show'];
      result.mustReach(await result.run(['gradle', ...show], { exported: true }));
    },
  },
};
