import { parse } from 'yaml';
import type { Check, Checks } from './check';
import { bin, load, loadModule } from './npm';
import type { Result } from './result';
import { mustFit } from './schema';

/** Programs that a script starts have to be given the values of these names. */
async function mustGet(
  result: Result,
  script: string,
  names: readonly string[],
  ...programs: readonly string[]
): Promise<void> {
  const told = await result.runScript(script, result.values, ...programs);
  const missing = names.filter((name) => !told.includes(`${result.values[name]}`));
  if (missing.length > 0) throw new Error(`did not arrive: ${missing.join(', ')}`);
}

const azure: Check = {
  by: "Microsoft's schema",
  run: async (result) => {
    const text = result.read('azure-pipelines.yml');
    mustFit(
      parse(text),
      'raw.githubusercontent.com/microsoft/azure-pipelines-vscode/master/service-schema.json',
    );
  },
};

export const ciServices: Checks = {
  githubWorkflow: {
    run: async (result) => {
      const { parseWorkflow, NoOperationTraceWriter } = await loadModule(
        '@actions/workflow-parser/dist/index.js',
      );
      const file = '.github/workflows/deploy.yml';
      const { context } = parseWorkflow(
        { name: file, content: result.read(file) },
        new NoOperationTraceWriter(),
      );
      const [error] = context.errors.getErrors();
      if (error !== undefined) throw new Error(error.message);
      const asked = [...result.read(file).matchAll(/secrets\.(\w+)/g)].map(([, name = '']) => name);
      result.mustReach(asked.map((name) => result.values[name]).join('\n'));
      const scripts = parse(result.read(file)).jobs.deploy.steps.map(({ run = '' }) => run);
      await mustGet(result, scripts.join('\n'), ['ANTHROPIC_API_KEY', 'GROQ_API_KEY_2'], 'curl', 'tool');
    },
  },
  gitlabCi: {
    run: async (result) => {
      await result.run(['git', 'init', '-q']);
      await result.run(['git', 'remote', 'add', 'origin', 'https://gitlab.invalid/a/b.git']);
      await result.run(['node', bin('gitlab-ci-local'), '--list']);
      const { ask } = parse(result.read('.gitlab-ci.yml'));
      const script = ask.script.join('\n');
      await mustGet(result, script, ['ANTHROPIC_API_KEY', 'GROQ_API_KEY_2'], 'npm', 'curl', 'tool');
    },
  },
  circleciConfig: {
    by: "CircleCI's parser, the published schema, and sh for its scripts",
    run: async (result) => {
      const text = result.read('.circleci/config.yml');
      const { parseConfig } = load<{ parseConfig(text: string): unknown }>(
        '@circleci/circleci-config-parser',
      );
      parseConfig(`${text}workflows:\n  main:\n    jobs: [build]\n`);
      const config = parse(text);
      mustFit(config, 'circleciconfig.json');
      const scripts = config.jobs.build.steps.map(({ run }: { run: string | { command: string } }) =>
        typeof run === 'string' ? run : run.command,
      );
      await mustGet(result, scripts.join('\n'), ['ANTHROPIC_API_KEY', 'NPM_TOKEN'], 'tool', 'npm');
    },
  },
  azurePipelines: azure,
  azurePipelines2: azure,
  bitbucketPipelines: {
    by: "Atlassian's schema, and sh for its script",
    run: async (result) => {
      const config = parse(result.read('bitbucket-pipelines.yml'));
      mustFit(
        config,
        'bitbucket.org/atlassianlabs/atlascode/raw/main/resources/schemas/pipelines-schema.json',
      );
      const script = config.pipelines.default[0].step.script.join('\n');
      await mustGet(result, script, ['OPENAI_API_KEY'], 'npm', 'tool');
    },
  },
};
