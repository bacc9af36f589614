import { describeRewrites } from '../../support/rewriting';

const key = '«openai-project-key»';
const strict = { 'tsconfig.json': '{"compilerOptions":{"strict":true}}' };
const body = '  if (!value) throw new Error(`${name} is not set`);\n  return value;\n}\n\n';
const helper = `function requireEnv(name) {\n  const value = process.env[name];\n${body}`;
const typed = `function requireEnv(name: string): string {\n  const value = process.env[name];\n${body}`;
const sdk = `new OpenAI({ apiKey: "${key}" });\n`;

describeRewrites(
  'JavaScript, fail fast',
  'a.js',
  [
    [`const k = "${key}";\n`, `${helper}const k = requireEnv("OPENAI_API_KEY");\n`],
    [`f('Bearer ${key}');\n`, `${helper}f(\`Bearer \${requireEnv('OPENAI_API_KEY')}\`);\n`],
    [`const k = process.env.X ?? "${key}";\n`, `${helper}const k = requireEnv("X");\n`],
    [`const { X = "${key}" } = process.env;\n`, `${helper}const { X = requireEnv("X") } = process.env;\n`],
    [sdk, `${helper}new OpenAI({ apiKey: requireEnv("OPENAI_API_KEY") });\n`],
    [
      `f(Bun.env.X, "${key}");\n`,
      { part: /^function requireEnv\(name\) \{\n {2}const value = Bun\.env\[name\];\n/ },
    ],
    [`f(Deno.args, "${key}");\n`, { part: /const value = Deno\.env\.get\(name\);/ }],
    [
      `import { mustEnv } from './env';\nf("${key}");\n`,
      `import { mustEnv } from './env';\nf(mustEnv("OPENAI_API_KEY"));\n`,
    ],
    [
      `f("${key}");`,
      "import { env } from 'cloudflare:workers';\n\nf(env.OPENAI_API_KEY);",
      { 'package.json': '{}', 'wrangler.toml': '' },
    ],
  ],
  'failFast',
);

describeRewrites(
  'TypeScript, fail fast',
  'a.ts',
  [
    [`const k = "${key}";\n`, `${typed}const k = requireEnv("OPENAI_API_KEY");\n`],
    [sdk, `${typed}new OpenAI({ apiKey: requireEnv("OPENAI_API_KEY") });\n`, strict],
  ],
  'failFast',
);

describeRewrites(
  'TypeScript, plain',
  'a.ts',
  [
    [`const k = "${key}";\n`, 'const k = process.env.OPENAI_API_KEY!;\n', strict],
    [`const k = "${key}";\n`, 'const k = process.env.OPENAI_API_KEY;\n'],
    [`f("Bearer ${key}");\n`, 'f(`Bearer ${process.env.OPENAI_API_KEY}`);\n', strict],
    [`f(\`\${"${key}"}\`);\n`, 'f(`${process.env.OPENAI_API_KEY}`);\n', strict],
    [`f("Bearer " + "${key}");\n`, 'f("Bearer " + process.env.OPENAI_API_KEY);\n', strict],
    [`const k = process.env.X || "${key}";\n`, 'const k = process.env.X!;\n', strict],
    [
      `new OpenAI({ apiKey: process.env.X || "${key}" });\n`,
      'new OpenAI({ apiKey: process.env.X });\n',
      strict,
    ],
    [`const { X = "${key}" } = process.env;\n`, 'const { X } = process.env;\n', strict],
    [sdk, 'new OpenAI({ apiKey: process.env.OPENAI_API_KEY });\n', strict],
  ],
  'plain',
);

describeRewrites(
  'Python, plain',
  'a.py',
  [
    [`k = "${key}"\n`, 'import os\n\nk = os.environ.get("OPENAI_API_KEY")\n'],
    [`import os\nk = b"${key}"\n`, 'import os\nk = os.environ.get("OPENAI_API_KEY", "").encode()\n'],
    [
      `import os\nk = b"a ${key}"\n`,
      'import os\nk = b"a " + os.environ.get("OPENAI_API_KEY", "").encode()\n',
    ],
    [
      `import os\nk = f"Bearer ${key}"\n`,
      "import os\nk = f\"Bearer {os.environ.get('OPENAI_API_KEY', '')}\"\n",
    ],
    [
      `import os\nk = "Bearer " + "${key}"\n`,
      'import os\nk = "Bearer " + os.environ.get("OPENAI_API_KEY", "")\n',
    ],
    [`import os\nk = "a" "${key}"\n`, 'import os\nk = "a" f"{os.environ.get(\'OPENAI_API_KEY\', \'\')}"\n'],
    [`import os as o\nk = '${key}'\n`, "import os as o\nk = o.environ.get('OPENAI_API_KEY')\n"],
    [`from os import environ\nk = "${key}"\n`, 'from os import environ\nk = environ.get("OPENAI_API_KEY")\n'],
    [`import os\nk = os.getenv("X", "${key}")\n`, 'import os\nk = os.environ.get("X")\n'],
    [`import os\nk = os.environ.get("X") or "${key}"\n`, 'import os\nk = os.environ.get("X")\n'],
    [
      `import os\nk = (os.environ.get("X") or "${key}") + "x"\n`,
      'import os\nk = (os.environ.get("X", "")) + "x"\n',
    ],
    [`k = config("X", default="${key}")\n`, 'k = config("X", default="")\n'],
    [
      `class S(BaseSettings):\n    key: SecretStr = SecretStr("${key}")\n`,
      'class S(BaseSettings):\n    key: SecretStr = SecretStr("")\n',
    ],
    [
      `import os\np.add_argument("--key", default="${key}")\n`,
      'import os\np.add_argument("--key", default=os.environ.get("OPENAI_API_KEY"))\n',
    ],
  ],
  'plain',
);

describeRewrites(
  'Ruby, plain',
  'a.rb',
  [
    [`k = '${key}'.freeze\n`, "k = ENV['OPENAI_API_KEY']\n"],
    [`k = "Bearer ${key}"\n`, 'k = "Bearer #{ENV["OPENAI_API_KEY"]}"\n'],
    [`k = ENV["X"] || "${key}"\n`, 'k = ENV["X"]\n'],
    [`k = ENV.fetch("X") { "${key}" }\n`, 'k = ENV["X"]\n'],
    [`KEY = "${key}"\n`, 'KEY = ENV["OPENAI_API_KEY"]\n'],
  ],
  'plain',
);

const dotenv = { 'composer.json': '{"require":{"php":"^8.1","vlucas/phpdotenv":"^5"}}' };

describeRewrites(
  'PHP, plain',
  'a.php',
  [
    [`<?php\n$k = '${key}';\n`, "<?php\n$k = getenv('OPENAI_API_KEY');\n"],
    [`<?php\nf('Bearer ${key}');\n`, "<?php\nf('Bearer ' . getenv('OPENAI_API_KEY'));\n"],
    [`<?php\n$k = getenv('X') ?: '${key}';\n`, "<?php\n$k = getenv('X');\n"],
    [`<?php\n$k = $_ENV['X'] ?? '${key}';\n`, "<?php\n$k = $_ENV['X'] ?? null;\n"],
    [`<?php\nconst K = '${key}';\n`, "<?php\ndefine('K', getenv('OPENAI_API_KEY'));\n"],
    [`<?php\n$k = '${key}';\n`, "<?php\n$k = $_ENV['OPENAI_API_KEY'] ?? null;\n", dotenv],
    [`<?php\nf('a ${key}');\n`, "<?php\nf('a ' . ($_ENV['OPENAI_API_KEY'] ?? null));\n", dotenv],
  ],
  'plain',
);

const rust = 'std::env::var("OPENAI_API_KEY").unwrap_or_default()';

describeRewrites(
  'Rust, plain',
  'src/a.rs',
  [
    [`fn f() -> String { "${key}".to_string() }\n`, `fn f() -> String { ${rust} }\n`],
    [`fn f() { println!("Bearer ${key}"); }\n`, `fn f() { println!("Bearer {}", ${rust}); }\n`],
    [
      `fn f() -> String { std::env::var("X").unwrap_or_else(|_| "${key}".to_string()) }\n`,
      'fn f() -> String { std::env::var("X").unwrap_or_default() }\n',
    ],
    [
      `fn f() -> String { match std::env::var("X") { Ok(v) => v, Err(_) => "${key}".into() } }\n`,
      'fn f() -> String { std::env::var("X").unwrap_or_default() }\n',
    ],
    [
      `const K: &str = "${key}";\n`,
      `use std::sync::LazyLock;\n\nstatic K: LazyLock<String> = LazyLock::new(|| ${rust});\n`,
    ],
  ],
  'plain',
);

const java = 'System.getenv("OPENAI_API_KEY")';
const given = 'String v = System.getenv("X");';
const inJava = (code: string): string => `class A {\n  static String f() {\n    ${code}\n  }\n}\n`;

describeRewrites(
  'Java, plain',
  'A.java',
  [
    [inJava(`return "${key}";`), inJava(`return ${java};`)],
    [inJava(`return "Bearer ${key}";`), inJava(`return "Bearer " + ${java};`)],
    [
      `class A {\n  static final String K = "${key}";\n}\n`,
      `class A {\n  static final String K = ${java};\n}\n`,
    ],
    [
      inJava(`return Optional.ofNullable(System.getenv("X")).orElse("${key}");`),
      inJava('return Optional.ofNullable(System.getenv("X")).orElse(null);'),
    ],
    [inJava(`${given}\n    return v != null ? v : "${key}";`), inJava(`${given}\n    return v;`)],
    [inJava(`${given}\n    if (v == null) v = "${key}";\n    return v;`), inJava(`${given}\n    return v;`)],
    [
      inJava(
        `${given}\n    if (v == null) {\n      v = "${key}";\n    } else {\n      g();\n    }\n    return v;`,
      ),
      inJava(`${given}\n    if (v == null) {\n    } else {\n      g();\n    }\n    return v;`),
    ],
    [inJava(`${given}\n    if (a) g(); else if (v == null) v = "${key}";`), { part: /else \{ \}\n/ }],
    [inJava(`return "${key} x".trim();`), inJava(`return (${java} + " x").trim();`)],
    [inJava(`return getEnv("X", "${key}");`), inJava('return System.getenv("X");')],
  ],
  'plain',
);

const csharp = 'Environment.GetEnvironmentVariable("OPENAI_API_KEY")';
const inCsharp = (code: string): string =>
  `using System;\nclass A\n{\n    static string F()\n    {\n        ${code}\n    }\n}\n`;
const held = 'var v = Environment.GetEnvironmentVariable("X");';

describeRewrites(
  'C#, plain',
  'A.cs',
  [
    [inCsharp(`return "${key}";`), inCsharp(`return ${csharp};`)],
    [inCsharp(`return "Bearer ${key}";`), inCsharp(`return "Bearer " + ${csharp};`)],
    [inCsharp(`return $"{a} ${key}";`), inCsharp(`return $"{a} {${csharp}}";`)],
    [
      `using System;\nclass A\n{\n    const string K = "${key}";\n}\n`,
      `using System;\nclass A\n{\n    static readonly string K = ${csharp};\n}\n`,
    ],
    [
      inCsharp(`return Environment.GetEnvironmentVariable("X") ?? "${key}";`),
      inCsharp('return Environment.GetEnvironmentVariable("X");'),
    ],
    [inCsharp(`${held}\n        return v == null ? "${key}" : v;`), inCsharp(`${held}\n        return v;`)],
    [inCsharp(`${held}\n        v ??= "${key}";\n        return v;`), inCsharp(`${held}\n        return v;`)],
    [inCsharp(`${held}\n        return v ??= "${key}";`), inCsharp(`${held}\n        return v;`)],
    [
      inCsharp(`${held}\n        if (v == null) v = "${key}";\n        return v;`),
      inCsharp(`${held}\n        return v;`),
    ],
  ],
  'plain',
);

describeRewrites(
  'shell, plain',
  'a.sh',
  [
    [`K=${key}\n`, 'K="$OPENAI_API_KEY"\n'],
    [`curl -H "Bearer ${key}"\n`, 'curl -H "Bearer ${OPENAI_API_KEY}"\n'],
    [`curl -H 'Bearer ${key}'\n`, 'curl -H "Bearer ${OPENAI_API_KEY}"\n'],
    [`cat <<EOF\n${key}\nEOF\n`, 'cat <<EOF\n${OPENAI_API_KEY}\nEOF\n'],
    [`K="\${X:-${key}}"\n`, 'K="${X:-}"\n'],
    [`: "\${X:=${key}}"\n`, ': "${X:=}"\n'],
    [`K=\${x:+${key}}\n`, 'K=${x:+${OPENAI_API_KEY}}\n'],
  ],
  'plain',
);
