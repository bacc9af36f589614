import type { Checks } from './check';
import { bin, binaries } from './npm';
import type { Result } from './result';
import { sentTo } from './server';

/** A program that tells what it was started with: its arguments, and its environment. */
const teller = '#!/bin/sh\necho "$@"\nprintenv\n';

/** Runs a script of sh in which programs of these names are such tellers. */
const told = (result: Result, script: string, ...programs: readonly string[]): Promise<string> => {
  for (const name of programs) result.write(`bin/${name}`, teller);
  return result.run(['sh', '-c', `chmod +x bin/* *.sh 2>/dev/null; PATH=$PWD/bin:$PATH; ${script}`]);
};

export const commands: Checks = {
  makefile: {
    needs: { make: 'make' },
    run: async (result) =>
      result.mustReach(
        await told(result, `make ask told --eval='told: ; @bin/curl "$(AUTH)" "$(DB_HOST)"'`, 'curl'),
      ),
  },
  justfile: {
    run: async (result) => {
      result.write('ask.sh', teller);
      const just = `${binaries('rust-just')}/bin/just`;
      result.mustReach(await told(result, `${just} ask && ${just} all`, 'curl'));
    },
  },
  procfile: {
    run: async (result) => {
      // The one that ends first ends the other.
      const start = `nf() { ${process.execPath} ${bin('nf')} start "$1"; }; nf web; nf worker`;
      result.mustReach(await told(result, start, 'node', 'python'));
    },
  },
  packageScripts: {
    run: async (result) => {
      result.write('server.js', 'console.log(process.env)');
      result.mustReach(await result.run(['npm', 'run', 'start']));
    },
  },
  bruno: {
    run: async (result) => {
      const sent = await sentTo((origin) => {
        const value = '{{process.env.OPENAI_API_KEY}}';
        result.change('api/chat/ask.bru', (text) =>
          text.replace('https://models.invalid', origin).replace(value, '{{token}}'),
        );
        result.write('api/environments/local.bru', `vars {\n  token: ${value}\n}\n`);
        const run = `cd api && ${process.execPath} ${bin('bru')} run --env local`;
        return result.run(['sh', '-c', run], { mayFail: true });
      });
      result.mustReach(sent);
    },
  },
};
