import { madeKey } from '../../support/keys';
import { checkRewrite, describeRewrites, type RewriteCase } from '../../support/rewriting';

const key = '«openai-project-key»';
const other = '«openai-project-key#b»';
const fail = 'throw new InvalidOperationException("OPENAI_API_KEY is not set")';
const read = `Environment.GetEnvironmentVariable("OPENAI_API_KEY") ?? ${fail}`;
const full = (code: string): string =>
  code.replace('Environment', 'System.Environment').replace('new I', 'new System.I');
const second = read.replaceAll('OPENAI_API_KEY', 'OPENAI_API_KEY_2');
const mine = read.replaceAll('OPENAI_API_KEY', 'MY_KEY');
const system = 'using System;\n';
const inMain = (statement: string): string =>
  `${system}class A\n{\n    void F()\n    {\n        ${statement}\n    }\n}\n`;
const inClass = (member: string): string => `${system}class A\n{\n    ${member}\n}\n`;

const cases: readonly RewriteCase[] = [
  // Where the using goes.
  [`var k = "${key}";\n`, `${system}\nvar k = ${read};\n`],
  [`using Foo;\n\nvar k = "${key}";\n`, `${system}using Foo;\n\nvar k = ${read};\n`],
  [
    `using Azure;\nusing System.IO;\n\nvar k = "${key}";\n`,
    `using Azure;\n${system}using System.IO;\n\nvar k = ${read};\n`,
  ],
  [`global using Foo;\n\nvar k = "${key}";\n`, `global using Foo;\n\n${system}\nvar k = ${read};\n`],
  [`global using System;\n\nvar k = "${key}";\n`, `global using System;\n\nvar k = ${read};\n`],
  [
    `using static System.Math;\n\nvar k = "${key}";\n`,
    `${system}using static System.Math;\n\nvar k = ${read};\n`,
  ],
  [
    `// License.\n\n#nullable enable\n\nnamespace A;\n\nclass B { string k = "${key}"; }\n`,
    `// License.\n\n#nullable enable\n\n${system}\nnamespace A;\n\nclass B { string k = ${read}; }\n`,
  ],
  [
    `namespace A;\n\nusing Foo;\n\nclass B { string k = "${key}"; }\n`,
    `namespace A;\n\n${system}using Foo;\n\nclass B { string k = ${read}; }\n`,
  ],
  [`#!/usr/bin/env dotnet\n\nvar k = "${key}";`, `#!/usr/bin/env dotnet\n\n${system}\nvar k = ${read};`],
  [
    `/// <summary>Doc.</summary>\nclass A { string k = "${key}"; }\n`,
    `${system}\n/// <summary>Doc.</summary>\nclass A { string k = ${read}; }\n`,
  ],
  [`using Foo;\r\n\r\nvar k = "${key}";\r\n`, `using System;\r\nusing Foo;\r\n\r\nvar k = ${read};\r\n`],
  // The project imports System.
  [
    `var k = "${key}";\n`,
    `var k = ${read};\n`,
    { 'src/src.csproj': '<ImplicitUsings>enable</ImplicitUsings>' },
  ],
  [`var k = "${key}";\n`, `var k = ${read};\n`, { 'GlobalUsings.cs': 'global using System;\n' }],
  [
    `var k = "${key}";\n`,
    `${system}\nvar k = ${read};\n`,
    { 'src/src.csproj': '<ImplicitUsings>disable</ImplicitUsings>' },
  ],
  [`using Foo;\n\nConsole.WriteLine("${key}");\n`, `using Foo;\n\nConsole.WriteLine(${read});\n`],
  [
    `using Foo;\n\nfoo.Console.WriteLine("${key}");\n`,
    `${system}using Foo;\n\nfoo.Console.WriteLine(${read});\n`,
  ],
  // Names that mean something else.
  [
    inClass(`string Environment = "x", k = "${key}";`),
    inClass(`string Environment = "x", k = ${full(read)};`),
  ],
  [
    inClass(`string Environment, System;\n    string k = "${key}";`),
    inClass(
      `string Environment, System;\n    string k = ${full(read).replaceAll('System.', 'global::System.')};`,
    ),
  ],
  [
    `using System;\nusing Braintree;\nvar k = "${key}";\n`,
    `using System;\nusing Braintree;\nvar k = ${full(read)};\n`,
  ],
  [
    `using Environment = Foo.Bar;\nvar k = "${key}";\n`,
    `using Environment = Foo.Bar;\nvar k = ${full(read)};\n`,
  ],
  [
    `using System;\nclass B { int Environment; }\nclass A { string k = "${key}"; }\n`,
    `using System;\nclass B { int Environment; }\nclass A { string k = ${read}; }\n`,
  ],
  // Forms of literals.
  [inMain(`F("""${key}""");`), inMain(`F(${read});`)],
  [inMain(`F("""\n            ${key}\n            """);`), inMain(`F(${read});`)],
  [inMain(`F("""Bearer ${key}""");`), inMain(`F($"""Bearer {${read}}""");`)],
  [
    inMain(`F("""\n            { "key": "${key}", "b": "${other}" }\n            """);`),
    inMain(`F($$"""\n            { "key": "{{${read}}}", "b": "{{${second}}}" }\n            """);`),
  ],
  [
    inMain(`F($$"""{ "a": {{x}}, "key": "${key}" }""");`),
    inMain(`F($$"""{ "a": {{x}}, "key": "{{${read}}}" }""");`),
  ],
  [inMain(`F($"{x} ${key}");`), inMain(`F($"{x} {${read}}");`)],
  [inMain(`F(@$"{x}\\${key}");`), inMain(`F(@$"{x}\\{${read}}");`)],
  [inMain(`F($"{x:N2} {"${key}"} {y}");`), inMain(`F($"{x:N2} {${read}} {y}");`)],
  [inMain(`F($"${other} {G("${key}")}");`), inMain(`F($"{${read}} {G(${second})}");`)],
  [inMain(`F("${key}"u8);`), /UTF-8 literal must be constant/],
  [inMain(`F("\\t${key}");`), inMain(`F("\\t" + (${read}));`)],
  // Brackets.
  [inMain(`return"${key}";`), inMain(`return ${read};`)],
  [inMain(`F("${key}"!);`), inMain(`F((${read})!);`)],
  [inMain(`F("${key}"?.Length);`), inMain(`F((${read})?.Length);`)],
  [inMain(`F("a ${key}" switch { _ => 1 });`), inMain(`F(("a " + (${read})) switch { _ => 1 });`)],
  [inMain(`F("${key}" switch { _ => "${key}" });`), inMain(`F((${read}) switch { _ => ${read} });`)],
  [inMain(`F(["${key}", "b"]);`), inMain(`F([${read}, "b"]);`)],
  [inMain(`F(x is null ? "${key}" : "b");`), inMain(`F(x is null ? (${read}) : "b");`)],
  [inMain(`F(k ?? "${key}");`), inMain(`F(k ?? ${read});`)],
  [inMain(`F(config["a:b"] ?? "Bearer ${key}");`), inMain(`F(config["a:b"] ?? "Bearer " + (${read}));`)],
  [inMain(`key ??= "${key}";`), inMain(`key ??= ${read};`)],
  // Constants.
  [inClass(`public const string K = "${key}";`), inClass(`public static readonly string K = ${read};`)],
  [
    inClass(`const string K = "${key}", B = "Bearer " + K;`),
    inClass(`static readonly string K = ${read}, B = "Bearer " + K;`),
  ],
  [
    inClass(`const string B = "Bearer " + K;\n    const string K = "${key}";`),
    inClass(`static readonly string B = "Bearer " + K;\n    static string K => ${read};`),
  ],
  [
    inClass(`static readonly A D = A.Make();\n    const string K = "${key}", L = "x";`),
    /A field above reads the constant/,
  ],
  [
    inClass(`static readonly Log D = Log.Make();\n    const string K = "${key}";`),
    inClass(`static readonly Log D = Log.Make();\n    static readonly string K = ${read};`),
  ],
  [inClass(`const string K = "${key}";\n    [Foo(K)] int x;`), /K is used where C# needs a constant/],
  [
    inClass(`const string K = "${key}";\n    [Foo(K = "x")] int x;`),
    inClass(`static readonly string K = ${read};\n    [Foo(K = "x")] int x;`),
  ],
  [inClass(`const string K = "${key}";\n    void F(string k = K) {}`), /K is used where C# needs a constant/],
  [
    inClass(`const string K = "${key}";\n    const string B = "x" + K;\n    bool F(string s) => s is B;`),
    /B is used where C# needs a constant/,
  ],
  [
    inClass(`const string K = "${key}";\n    void F(string s) { switch (s) { case A.K: break; } }`),
    /K is used where C# needs a constant/,
  ],
  [inMain(`const string k = "Bearer ${key}";`), inMain(`string k = "Bearer " + (${read});`)],
  [inMain(`const string k = "${key}"; static string G() => k;`), /static local function/],
  [`${system}const string k = "${key}";\nF(k);\n`, `${system}string k = ${read};\nF(k);\n`],
  // Lookups with a default.
  [inMain(`F(Environment.GetEnvironmentVariable("MY_KEY") ?? "${key}");`), inMain(`F(${mine});`)],
  [inMain(`F(a ?? Environment.GetEnvironmentVariable("MY_KEY") ?? "${key}");`), inMain(`F(a ?? ${mine});`)],
  [`var k = System.Environment.GetEnvironmentVariable("MY_KEY") ?? "${key}";\n`, `var k = ${full(mine)};\n`],
  [
    inMain(`var k = Environment.GetEnvironmentVariable("MY_KEY"); k ??= "${key}";`),
    inMain(
      'var k = Environment.GetEnvironmentVariable("MY_KEY"); k = k ?? throw new InvalidOperationException("MY_KEY is not set");',
    ),
  ],
  [inMain(`F(Env.GetString("MY_KEY", "${key}").Trim());`), inMain(`F((${mine}).Trim());`)],
  [
    inMain(`var k = Environment.GetEnvironmentVariable("MY_KEY"); if (k is null) k = "${key}";`),
    inMain(
      'var k = Environment.GetEnvironmentVariable("MY_KEY"); if (k is null) throw new InvalidOperationException("MY_KEY is not set");',
    ),
  ],
  [
    inMain(`Environment.SetEnvironmentVariable("OPENAI_API_KEY", "${key}");`),
    /sets OPENAI_API_KEY from the key/,
  ],
  [inMain(`start.Environment["TOKEN"] = "${key}";`), inMain(`start.Environment["TOKEN"] = ${read};`)],
  // Places where no lookup can stand.
  [inMain(`// ${key}`), /comment/],
  [inMain(`switch (s) { case "${key}": break; }`), /pattern must be a constant/],
  [inMain(`F(s switch { "${key}" => 1, _ => 2 });`), /pattern must be a constant/],
  [inMain(`F(s is "a" or "${key}");`), /pattern must be a constant/],
  [
    inMain(`switch (s) { case "a" when s == "${key}": break; }`),
    inMain(`switch (s) { case "a" when s == (${read}): break; }`),
  ],
  [inClass(`[InlineData("${key}")] void F(string k) {}`), /attribute takes constants/],
  [inClass(`void F(string k = "${key}") {}`), /default of a parameter must be a constant/],
  [`record A(string K = "${key}");\n`, /default of a parameter must be a constant/],
  [inMain(`mock.Setup(m => m.Call("${key}")).Returns(1);`), /expression tree/],
];

describeRewrites('C#', 'src/A.cs', cases);

describe('C#, in pieces', () => {
  it('makes one lookup of a key in pieces', async () => {
    const made = madeKey('openai-project-key');
    const [head, tail] = [made.slice(0, 40), made.slice(40)];
    for (const [before, after] of [
      [`"${head}"\n            + "${tail}"`, read],
      [`"Bearer ${head}" + @"${tail}"`, `"Bearer " + (${read})`],
      [`("Bearer ${head}" + "${tail};").Trim()`, `("Bearer " + (${read}) + ";").Trim()`],
    ] as const)
      await checkRewrite('src/A.cs', [inMain(`F(${before});`), inMain(`F(${after});`)]);
  });
});
