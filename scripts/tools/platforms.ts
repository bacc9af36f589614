import { parse as parseJsonc } from 'jsonc-parser';
import type { Check, Checks } from './check';
import { bin, load } from './npm';
import { mustFit } from './schema';

const wrangler = (...more: readonly string[]): Check => ({
  run: async (result) => {
    result.write('src/index.ts', 'export default { fetch: () => new Response("a") };\n');
    const deploy = ['deploy', '--dry-run', '--outdir', 'out', '--compatibility-date', '2026-01-01', ...more];
    const env = { WRANGLER_HIDE_BANNER: 'true', WRANGLER_SEND_METRICS: 'false' };
    const bindings = await result.run([process.execPath, bin('wrangler'), ...deploy], { env });
    if (!bindings.includes('env.LEVEL')) throw new Error('what stays is not read');
    const still = Object.keys(result.values).filter((name) => bindings.includes(`env.${name} `));
    if (still.length > 0) throw new Error(`${still.join(', ')} is still there`);
  },
});

export const platforms: Checks = {
  serverlessConfig: {
    run: async (result) => {
      result.write('serverless.yml', `useDotenv: true\n${result.read('serverless.yml')}`);
      result.mustReach(
        (await result.run([process.execPath, bin('serverless'), 'print'])).replace(/>-\s+/g, ''),
      );
    },
  },
  wranglerConfig: wrangler('--env', 'staging'),
  wranglerJson: wrangler('src/index.ts'),
  netlifyConfig: {
    run: async (result) =>
      result.mustNotReach(await result.run([process.execPath, bin('netlify-config'), '--offline'])),
  },
  vercelConfig: {
    by: "Vercel's schema",
    run: async (result) => mustFit(JSON.parse(result.read('vercel.json')), 'openapi.vercel.sh/vercel.json'),
  },
  flyConfig: {
    by: 'smol-toml: flyctl is on neither npm nor Debian, and the published schema takes [env] for a list',
    run: async (result) => {
      const { parse } = load<{ parse(text: string): { readonly env?: object } }>('smol-toml');
      const { env = {} } = parse(result.read('fly.toml'));
      if (Object.keys(env).join() !== 'LEVEL') throw new Error('another table [env]');
    },
  },
  herokuApp: {
    by: 'app.json, the package for these manifests',
    run: async (result) => {
      const App = load<new (text: string) => { readonly errors: readonly object[] }>('app.json');
      const { errors } = new App(result.read('app.json'));
      if (errors.length > 0) throw new Error(JSON.stringify(errors));
    },
  },
  easBuild: {
    run: async (result) => {
      const { EasJsonAccessor: Accessor, EasJsonUtils: Utils } = load<{
        EasJsonAccessor: { fromProjectPath(dir: string): object };
        EasJsonUtils: {
          getBuildProfileAsync(
            of: object,
            platform: string,
            profile: string,
          ): Promise<{ readonly env?: object }>;
        };
      }>('@expo/eas-json');
      const { env = {} } = await Utils.getBuildProfileAsync(
        Accessor.fromProjectPath(result.dir),
        'android',
        'production',
      );
      if (Object.keys(env).join() !== 'LEVEL') throw new Error('another environment');
    },
  },
  dotnetAppsettings: {
    by: 'the published schema: .NET is on neither npm nor Debian 12',
    run: async (result) =>
      mustFit(parseJsonc(result.read('appsettings.Development.json')), 'appsettings.json'),
  },
};
