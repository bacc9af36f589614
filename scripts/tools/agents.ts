import { parseDocument } from 'yaml';
import type { Checks } from './check';
import { bin, binaries, installed, load } from './npm';
import { sentTo } from './server';

/** What a server that a program starts has got, in a file. */
const printing = 'printenv GOT > got; echo $0 >> got';

export const agents: Checks = {
  claudeCodeMcp: {
    run: async (result) => {
      const trusted = { hasTrustDialogAccepted: true, enabledMcpjsonServers: ['search', 'notes'] };
      result.write('.claude.json', JSON.stringify({ projects: { [result.dir]: trusted } }));
      const sent = await sentTo((origin) => {
        result.change('.mcp.json', (text) => {
          const { mcpServers } = JSON.parse(text);
          const { search, notes } = mcpServers;
          search.command = 'sh';
          search.args = ['-c', printing, search.args.at(-1)];
          search.env.GOT = search.env.OPENAI_API_KEY;
          notes.url = notes.url.replace('https://notes.invalid', origin);
          return JSON.stringify({ mcpServers });
        });
        const env = { CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1' };
        const list = [`${binaries('@anthropic-ai/claude-code')}/claude`, 'mcp', 'list'];
        return result.run(list, { exported: true, env });
      });
      result.mustReach(sent + result.read('got'));
    },
  },
  codexConfig: {
    run: async (result) => {
      const listed: readonly { readonly transport: object }[] = JSON.parse(
        (await result.run([bin('codex'), 'mcp', 'list', '--json'])).replace(/^[^[]*/, ''),
      );
      const told = JSON.stringify(listed.map(({ transport }) => transport));
      for (const name of Object.keys(result.values))
        if (!told.includes(`"${name}"`) && name !== 'OPENAI_API_KEY_2')
          throw new Error(`${name} is not read`);
    },
  },
  opencodeConfig: {
    run: async (result) => {
      const sent = await sentTo((origin) => {
        result.change('opencode.json', (text) => {
          const { provider, mcp } = JSON.parse(text);
          const { search, notes } = mcp;
          search.command = ['sh', '-c', 'printenv GOT > got'];
          search.environment = { GOT: search.environment.GROQ_API_KEY };
          notes.url = origin;
          notes.headers.key = provider.openai.options.apiKey; // references are the same in every text
          return JSON.stringify({ mcp });
        });
        const list = [`${binaries('opencode')}/bin/opencode`, 'mcp', 'list'];
        const env = { OPENCODE_DISABLE_AUTOUPDATE: '1', OPENCODE_DISABLE_MODELS_FETCH: '1' };
        return result.run(list, { exported: true, env });
      });
      result.mustReach(sent + result.read('got'));
    },
  },
  geminiCliSettings: {
    run: async (result) => {
      const sent = await sentTo((origin) => {
        result.change('.gemini/settings.json', (text) =>
          text
            .replace('"npx"', '"sh"')
            .replace('"-y", "search-mcp"', '"-c", "printenv GOT > got"')
            .replace('"OPENAI_API_KEY":', '"GOT":')
            .replace('https://notes.invalid/mcp', origin),
        );
        const env = { GEMINI_CLI_TRUST_WORKSPACE: 'true' };
        return result.run(['node', bin('gemini'), 'mcp', 'list'], { exported: true, env });
      });
      result.mustReach(sent + result.read('got'));
    },
  },
  continueConfig: {
    run: async (result) => {
      const { parseConfigYaml, fillTemplateVariables } = load<{
        parseConfigYaml(text: string): unknown;
        fillTemplateVariables(text: string, data: Record<string, string>): string;
      }>('@continuedev/config-yaml');
      const text = result.read('.continue/config.yaml');
      parseConfigYaml(text);
      const secrets = Object.fromEntries(
        Object.entries(result.values).map(([name, value]) => [`secrets.${name}`, value]),
      );
      result.mustReach(fillTemplateVariables(text, secrets));
    },
  },
  promptfooConfig: {
    run: async (result) => {
      const modules = installed('promptfoo', '--omit=optional');
      result.write('prompt.txt', 'a');
      const sent = await sentTo((origin) => {
        result.change('promptfooconfig.yaml', (text) => {
          const config = parseDocument(text);
          config.setIn(['providers', 0, 'config', 'apiBaseUrl'], origin);
          config.setIn(['providers', 1, 'id'], 'http');
          config.setIn(['providers', 1, 'config', 'url'], origin);
          config.setIn(['providers', 1, 'config', 'body'], { a: '{{ prompt }}' });
          return config.toString();
        });
        const evaluate = ['eval', '--env-file', '.env', '--no-cache', '--no-write', '--no-table'];
        return result.run(['node', `${modules}/.bin/promptfoo`, ...evaluate], {
          env: {
            PROMPTFOO_CONFIG_DIR: `${result.dir}/.promptfoo`,
            PROMPTFOO_DISABLE_TELEMETRY: '1',
            PROMPTFOO_DISABLE_UPDATE: '1',
            PROMPTFOO_DISABLE_REMOTE_GENERATION: '1',
          },
          mayFail: true,
        });
      });
      result.mustReach(sent);
    },
  },
};
