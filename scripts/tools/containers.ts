import { parseAllDocuments, parse as parseYaml } from 'yaml';
import type { Checks } from './check';
import { bin, load, loadModule } from './npm';

interface Instruction {
  getKeyword(): string;
  getFlags(): readonly { getName(): string; getValue(): string | null }[];
  getArgumentsContent(): string | null;
}

export const containers: Checks = {
  compose: {
    needs: { 'docker-compose': 'docker-compose' },
    run: async (result) => result.mustReach(await result.run(['docker-compose', 'config'])),
  },
  kustomization: {
    needs: { kubectl: 'kubernetes-client' },
    run: async (result) => {
      result.write('deploy/app.yaml', 'apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n');
      const [secret] = parseAllDocuments(await result.run(['kubectl', 'kustomize', 'deploy'])).map((one) =>
        one.toJS(),
      );
      const decoded = Object.values<string>(secret.data).map((one) => Buffer.from(one, 'base64').toString());
      result.mustReach(decoded.join('\n'));
    },
  },
  kubernetesManifest: {
    needs: { kubectl: 'kubernetes-client' },
    run: async (result) => {
      // As the note prints it: by a pipe of a shell.
      const create = 'kubectl create secret generic a --from-env-file=/dev/stdin --dry-run=client -o yaml';
      const lines = `grep -E '^(${Object.keys(result.values).join('|')})=' .env`;
      const { data } = parseYaml(await result.run(['sh', '-c', `${lines} | ${create}`]));
      const decoded = Object.values<string>(data).map((one) => Buffer.from(one, 'base64').toString());
      result.mustReach(decoded.join('\n'));
      const [app] = parseAllDocuments(result.read('k8s/app.yaml')).map((one) => one.toJS());
      for (const { env = [], args = [] } of app.spec.template.spec.containers) {
        for (const { valueFrom } of env)
          if (valueFrom !== undefined && !(valueFrom.secretKeyRef.key in data))
            throw new Error('no such key');
        for (const [, name] of String(args).matchAll(/\$\((\w+)\)/g))
          if (!env.some((one: { name: string }) => one.name === name)) throw new Error('no such variable');
      }
      const { Deployment } = await loadModule('kubernetes-models/apps/v1/index.js');
      const labels = { a: 'b' };
      const template = { ...app.spec.template, metadata: { labels } };
      new Deployment({ ...app, spec: { selector: { matchLabels: labels }, template } }).validate();
    },
  },
  devcontainer: {
    run: async (result) => {
      // It asks docker for nothing, but wants one.
      const read = ['read-configuration', '--workspace-folder', '.', '--docker-path', 'true'];
      result.mustReach(await result.run(['node', bin('devcontainer'), ...read], { exported: true }));
    },
  },
  'docker-build': {
    by: 'dockerfile-ast, and sh for its commands: the buildah of Debian 12 knows no env= for secrets',
    run: async (result) => {
      const text = result.read('Dockerfile');
      if (!text.startsWith('# syntax=docker/dockerfile:1\n')) throw new Error('no frontend is asked for');
      const { DockerfileParser } = load<{
        DockerfileParser: { parse(text: string): { getInstructions(): readonly Instruction[] } };
      }>('dockerfile-ast');
      let told = '';
      for (const one of DockerfileParser.parse(text).getInstructions()) {
        if (one.getKeyword() !== 'RUN') continue;
        const secrets = one
          .getFlags()
          .filter((flag) => flag.getName() === 'mount')
          .map((flag) => new URLSearchParams(flag.getValue()?.replaceAll(',', '&')))
          .filter((mount) => mount.get('type') === 'secret');
        const env = Object.fromEntries(
          secrets.map((mount) => [mount.get('env') ?? '', result.values[mount.get('id') ?? ''] ?? '']),
        );
        const command = (one.getArgumentsContent() ?? '').replace(/^(?:--\S+\s+)*/, '');
        told += await result.runScript(
          `node() { printf '%s\\n' "$@"; printenv GROQ_API_KEY || :; }\n${command}`,
          env,
          'npm',
          'curl',
        );
      }
      result.mustReach(told);
    },
  },
};
