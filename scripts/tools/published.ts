import { parse as parseJsonc } from 'jsonc-parser';
import { parseDocument } from 'yaml';
import type { Check, Checks } from './check';
import { mustFit } from './schema';

/** Files whose tools are on neither npm nor Debian, by the schemas that are published for them. */
const schema = (file: string, name: string): Check => ({
  by: 'the published schema',
  run: async (result) => {
    const text = result.read(file);
    result.mustNotReach(text);
    mustFit(/\.json$/.test(file) ? parseJsonc(text) : parseDocument(text).toJS(), name);
  },
});

const goformation = 'raw.githubusercontent.com/awslabs/goformation/master/schema';

export const published: Checks = {
  azureFunctionsSettings: schema('local.settings.json', 'local.settings.json'),
  cloudBuild: schema('cloudbuild.yaml', 'cloudbuild.json'),
  cloudBuild2: schema('cloudbuild.yaml', 'cloudbuild.json'),
  cloudformationYaml: schema('infra/template.yaml', `${goformation}/sam.schema.json`),
  cloudformationJson: schema('infra/stack.json', `${goformation}/cloudformation.schema.json`),
  taskfile: schema('Taskfile.yml', 'taskfile.json'),
  travisCi: schema('.travis.yml', 'travis.json'),
  travisCi2: schema('.travis.yml', 'travis.json'),
};
