import type { Check, Checks } from './check';
import { bin, load } from './npm';
import { sentTo } from './server';

const jars = {
  '/usr/share/java/spring3-core.jar': 'libspring-core-java',
  '/usr/share/java/spring3-beans.jar': 'libspring-beans-java',
  '/usr/share/java/snakeyaml.jar': 'libyaml-snake-java',
  '/usr/share/java/commons-logging.jar': 'libcommons-logging-java',
};

/** What Spring Boot does with its file, by Spring's own classes: the environment is behind it, and resolves its texts. */
const readBySpring = `
import java.util.Properties;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.env.*;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
public class Read {
  static Properties yaml(FileSystemResource file) {
    YamlPropertiesFactoryBean bean = new YamlPropertiesFactoryBean();
    bean.setResources(file);
    return bean.getObject();
  }
  public static void main(String[] args) throws Exception {
    FileSystemResource file = new FileSystemResource(args[0]);
    Properties read = args[0].endsWith(".yml") ? yaml(file) : PropertiesLoaderUtils.loadProperties(file);
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addLast(new PropertiesPropertySource("file", read));
    for (String name : read.stringPropertyNames()) System.out.println(environment.getRequiredProperty(name));
  }
}
`;

const spring = (file: string): Check => ({
  needs: { javac: 'default-jdk-headless', ...jars },
  run: async (result) => {
    result.write('Read.java', readBySpring);
    const java = ['java', '-cp', Object.keys(jars).join(':'), 'Read.java'];
    result.mustReach(await result.run([...java, `src/main/resources/${file}`], { exported: true }));
  },
});

interface Hcl {
  parse(file: string, text: string): Promise<{ readonly variable?: Readonly<Record<string, unknown>> }>;
  getReferencesInExpression(file: string, expression: string): Promise<readonly { readonly value: string }[]>;
}

export const programs: Checks = {
  ansibleVars: {
    needs: { ansible: 'ansible-core' },
    run: async (result) => {
      result.write('hosts', 'localhost ansible_connection=local\n');
      const show = JSON.stringify({ msg: '{{ openai_api_key }} {{ shop }}' });
      const debug = ['ansible', 'all', '-i', 'hosts', '-m', 'debug', '-a', show];
      result.mustReach(await result.run(debug, { exported: true }));
    },
  },
  postmanCollection: {
    by: 'newman, which Postman writes',
    run: async (result) => {
      const values = Object.entries(result.values).map(([key, value]) => ({ key, value }));
      result.write('environment.json', JSON.stringify({ values }));
      const sent = await sentTo((origin) => {
        result.change('shop.postman_collection.json', (text) =>
          text
            .replace('"protocol": "https"', `"protocol": "http", "port": "${new URL(origin).port}"`)
            .replace('["a", "invalid"]', '["127", "0", "0", "1"]'),
        );
        const run = ['run', 'shop.postman_collection.json', '-e', 'environment.json'];
        return result.run(['node', bin('newman'), ...run], { mayFail: true });
      });
      result.mustReach(sent);
    },
  },
  railsConfig: {
    needs: { ruby: 'ruby' },
    run: async (result) => {
      const read = 'print YAML.load(ERB.new(File.read(ARGV[0])).result, aliases: true)';
      const ruby = ['ruby', '-rerb', '-ryaml', '-e', read, 'config/secrets.yml'];
      result.mustReach(await result.run(ruby, { exported: true }));
    },
  },
  springYaml: spring('application.yml'),
  springProperties: spring('application.properties'),
  envrc: {
    needs: { direnv: 'direnv' },
    run: async (result) => {
      const env = { XDG_CONFIG_HOME: `${result.dir}/.config`, XDG_DATA_HOME: `${result.dir}/.local` };
      result.write('.config/direnv/direnvrc', 'use_node() { :; }\n');
      await result.run(['direnv', 'allow', '.'], { env });
      const told = await result.run(['direnv', 'export', 'json'], { env });
      const exported = JSON.parse(told.slice(told.indexOf('{')));
      for (const [name, value] of Object.entries(result.values))
        if (exported[name] !== value) throw new Error(`${name} is not exported`);
    },
  },
  http: {
    by: 'httpyac, in the place of REST Client',
    run: async (result) => {
      const sent = await sentTo((origin) => {
        result.change(
          'api/ask.http',
          (text) =>
            `${text.replace('https://models.invalid', origin)}\n###\nGET ${origin}\nX-Token: {{token}}\n`,
        );
        const send = ['send', 'api/ask.http', '--all', '--output', 'none'];
        return result.run(['node', bin('httpyac'), ...send], { mayFail: true });
      });
      result.mustReach(sent);
    },
  },
  terraform: {
    by: "HashiCorp's HCL in @cdktf/hcl2json",
    run: async (result) => {
      const hcl = load<Hcl>('@cdktf/hcl2json');
      const text = result.read('infra/main.tf');
      const { variable = {}, ...rest } = await hcl.parse('main.tf', text);
      const used = await hcl.getReferencesInExpression('main.tf', JSON.stringify(JSON.stringify(rest)));
      for (const { value } of used)
        if (!(value.replace(/^var\./, '') in variable)) throw new Error(`${value} is not declared`);
      for (const name of Object.keys(result.values))
        if (!(name.replace(/^TF_VAR_/, '') in variable)) throw new Error(`${name} is read by nothing`);
    },
  },
  tfvars: {
    by: "HashiCorp's HCL in @cdktf/hcl2json",
    run: async (result) => {
      const read = await load<Hcl>('@cdktf/hcl2json').parse('a.tf', result.read('infra/terraform.tfvars'));
      if (Object.keys(read).join() !== 'region') throw new Error('another assignment');
    },
  },
};
