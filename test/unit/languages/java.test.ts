import { madeKey } from '../../support/keys';
import { checkRewrite, describeRewrites, type RewriteCase } from '../../support/rewriting';

const key = '«openai-project-key»';
const other = '«openai-project-key#b»';
const read = 'Objects.requireNonNull(System.getenv("OPENAI_API_KEY"), "OPENAI_API_KEY is not set")';
const objects = 'import java.util.Objects;\n';
const inMain = (statement: string): string => `class A {\n    void f() {\n        ${statement}\n    }\n}\n`;
const inClass = (member: string): string => `class A {\n    ${member}\n}\n`;
const withImport = (text: string): string => `${objects}\n${text}`;

const cases: readonly RewriteCase[] = [
  // Brackets around a sum that something is called on.
  [
    `class A { String k = "${key} x".trim(); }\n`,
    `${objects}\nclass A { String k = (${read} + " x").trim(); }\n`,
  ],
  // Where the import goes.
  [
    `package a;\nclass A { String k = "${key}"; }`,
    `package a;\n\n${objects}\nclass A { String k = ${read}; }`,
  ],
  [
    `package a;\n\n// c\nclass A { String k = "${key}"; }`,
    `package a;\n\n${objects}\n// c\nclass A { String k = ${read}; }`,
  ],
  [
    `/** Doc. */\nclass A { String k = "${key}"; }\n`,
    `${objects}\n/** Doc. */\nclass A { String k = ${read}; }\n`,
  ],
  [
    `/* License. */\n\n/** Doc. */\nclass A { String k = "${key}"; }\n`,
    `/* License. */\n\n${objects}\n/** Doc. */\nclass A { String k = ${read}; }\n`,
  ],
  [
    `///usr/bin/env jbang "$0" "$@" ; exit $?\n//DEPS a:b:1\n\nclass A { String k = "${key}"; }\n`,
    `///usr/bin/env jbang "$0" "$@" ; exit $?\n//DEPS a:b:1\n\n${objects}\nclass A { String k = ${read}; }\n`,
  ],
  [
    `#!/usr/bin/env java --source 17\nclass A { String k = "${key}"; }\n`,
    `#!/usr/bin/env java --source 17\n${objects}\nclass A { String k = ${read}; }\n`,
  ],
  [
    `import com.a.B;\nimport org.c.D;\n\nimport static a.B.c;\n\nclass A { String k = "${key}"; }\n`,
    `import com.a.B;\n${objects}import org.c.D;\n\nimport static a.B.c;\n\nclass A { String k = ${read}; }\n`,
  ],
  [
    `import java.io.File;\nimport java.util.List;\n\nimport javax.a.B;\n\nimport com.a.B;\n\nclass A { String k = "${key}"; }\n`,
    `import java.io.File;\nimport java.util.List;\n${objects}\nimport javax.a.B;\n\nimport com.a.B;\n\nclass A { String k = ${read}; }\n`,
  ],
  [
    `package a;\r\n\r\nclass A {\r\n  String k = "${key}";\r\n}`,
    `package a;\r\n\r\nimport java.util.Objects;\r\n\r\nclass A {\r\n  String k = ${read};\r\n}`,
  ],
  [
    `import com.google.common.base.Objects;\n\nclass A { String k = "${key}"; }\n`,
    `import com.google.common.base.Objects;\n\nclass A { String k = java.util.${read}; }\n`,
  ],
  [
    `import com.acme.System;\n\nclass A { String k = "${key}"; }\n`,
    `import com.acme.System;\n${objects}\nclass A { String k = ${read.replace('System', 'java.lang.System')}; }\n`,
  ],
  [inMain(`Object Objects = 1, java = 2; f("${key}");`), /java mean something else/],
  // Formatting and brackets.
  [inMain(`return"${key}";`), withImport(inMain(`return ${read};`))],
  [
    inMain(`Runnable r = "Bearer ${key}"::length;`),
    withImport(inMain(`Runnable r = ("Bearer " + ${read})::length;`)),
  ],
  [inMain(`f(1 + 2 + "x ${key}" + 3);`), withImport(inMain(`f(1 + 2 + "x " + ${read} + 3);`))],
  [inMain(`f("\\t${key}\\n");`), withImport(inMain(`f("\\t" + ${read} + "\\n");`))],
  [
    inMain(`f("""\n            ${key}\n            """);`),
    withImport(inMain(`f("""\n            %s\n            """.formatted(${read}));`)),
  ],
  [inMain(`f("""\n            ${key}""");`), withImport(inMain(`f(${read});`))],
  [inMain(`f("""\n            ${key} %s""".formatted(x));`), /format already/],
  [inMain(`f(String.format("""\n            ${key} %s""", x));`), /format already/],
  // Constants.
  [inClass(`static final String K = "${key}";`), withImport(inClass(`static final String K = ${read};`))],
  [
    inClass(`static final String K = "${key}";\n    @Foo(K) int x;`),
    /K is used in an annotation or a case label/,
  ],
  [
    inClass(`static final String K = "${key}";\n    @Foo(K = "x") int x;`),
    withImport(inClass(`static final String K = ${read};\n    @Foo(K = "x") int x;`)),
  ],
  [
    inClass(
      `static final String K = "${key}";\n    static final String B = "Bearer " + K;\n    @Foo(headers = {A.B}) int x;`,
    ),
    /K is used in an annotation/,
  ],
  [
    inClass(
      `static final String K = "${key}";\n    int f(String s) { switch (s) { case K: return 1; default: return 2; } }`,
    ),
    /case label/,
  ],
  [inClass(`static final A INSTANCE = new A();\n    static final String K = "${key}";`), /before it is set/],
  [inClass(`static final B INSTANCE = make();\n    static final String K = "${key}";`), /before it is set/],
  [
    inClass(`static final Logger LOG = Logger.of(A.class);\n    static final String K = "${key}";`),
    withImport(
      inClass(`static final Logger LOG = Logger.of(A.class);\n    static final String K = ${read};`),
    ),
  ],
  [`enum E {\n    A;\n    static final String K = "${key}";\n    E() { f(K); }\n}\n`, /before it is set/],
  // Annotations.
  [inClass(`@Value("${key}") String k;`), inClass(`@Value("\${OPENAI_API_KEY}") String k;`)],
  [inClass(`@Value("\${MY_KEY:${key}}") String k;`), inClass(`@Value("\${MY_KEY}") String k;`)],
  [
    inClass(`@Value("\${my.key:${key}}") String k;`),
    inClass(`@Value("\${my.key:\${OPENAI_API_KEY}}") String k;`),
  ],
  [
    inClass(`@Value("#{'${key}'.trim()}") String k;`),
    inClass(`@Value("#{'\${OPENAI_API_KEY}'.trim()}") String k;`),
  ],
  [
    `@SpringBootTest(properties = {"a=${key}", "b=${other}"})\nclass A {}\n`,
    `@SpringBootTest(properties = {"a=\${OPENAI_API_KEY}", "b=\${OPENAI_API_KEY_2}"})\nclass A {}\n`,
  ],
  [
    inClass(`@ConfigProperty(name = "my.api-key", defaultValue = "${key}") String k;`),
    inClass(`@ConfigProperty(name = "my.api-key") String k;`),
  ],
  [inClass(`@ConfigProperty(defaultValue = "${key}") String k;`), /@ConfigProperty/],
  [inClass(`@Headers({"Authorization: Bearer ${key}"}) void f();`), /@Headers takes constants only/],
  ['@interface A {\n    String value() default "«openai-project-key»";\n}\n', /default of an annotation/],
  // Lookups with a default.
  [
    inMain(`f(System.getenv().getOrDefault("MY_KEY", "${key}"));`),
    withImport(inMain(`f(${read.replaceAll('OPENAI_API', 'MY')});`)),
  ],
  [
    inMain(`f(StringUtils.defaultIfBlank(System.getenv("MY_KEY"), "${key}"));`),
    withImport(inMain(`f(${read.replaceAll('OPENAI_API', 'MY')});`)),
  ],
  [
    inMain(`f(dotenv.get("MY_KEY", "${key}"));`),
    withImport(inMain('f(Objects.requireNonNull(dotenv.get("MY_KEY"), "MY_KEY is not set"));')),
  ],
  [
    inMain(`String k = System.getenv("MY_KEY"); if (k == null) k = "${key}"; f(k);`),
    inMain(
      'String k = System.getenv("MY_KEY"); if (k == null) throw new IllegalStateException("MY_KEY is not set"); f(k);',
    ),
  ],
  [
    inMain(`String k = System.getenv("MY_KEY"); if (k == null) { k = "${key}"; warn(); }`),
    withImport(inMain(`String k = System.getenv("MY_KEY"); if (k == null) { k = ${read}; warn(); }`)),
  ],
  [
    inMain(`f(settings.getOrDefault("key", "${key}"));`),
    withImport(inMain(`f(settings.getOrDefault("key", ${read}));`)),
  ],
  [inMain(`f(found.orElse("${key}"));`), withImport(inMain(`f(found.orElseGet(() -> ${read}));`))],
  // Places where no lookup can stand.
  [inMain(`// ${key}`), /comment/],
  [inMain(`switch (s) { case "${key}": break; }`), /case label must be a constant/],
  [inMain(`switch (s) { case "x", "${key}" -> f(); default -> g(); }`), /case label must be a constant/],
  [inMain(`boolean b = s == "${key}";`), /==/],
  [
    inMain(`switch (o) { case String s when s.equals("${key}") -> f(); default -> g(); }`),
    withImport(inMain(`switch (o) { case String s when s.equals(${read}) -> f(); default -> g(); }`)),
  ],
];

describeRewrites('Java', 'src/A.java', cases);

describe('Java, in pieces', () => {
  it('makes one lookup of a key in pieces', async () => {
    const made = madeKey('openai-project-key');
    const [head, tail] = [made.slice(0, 40), made.slice(40)];
    for (const [before, after] of [
      [`"${head}"\n            + "${tail}"`, read],
      [`"Bearer ${head}" + "${tail}"`, `"Bearer " + ${read}`],
      [`("Bearer ${head}" + "${tail};").trim()`, `("Bearer " + ${read} + ";").trim()`],
    ] as const)
      await checkRewrite('src/A.java', [inMain(`f(${before});`), withImport(inMain(`f(${after});`))]);
  });
});
