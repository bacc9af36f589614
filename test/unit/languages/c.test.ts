import { describeRewrites, type RewriteCase } from '../../support/rewriting';

const key = '«openai-project-key»';
const read = 'getenv("OPENAI_API_KEY")';
const at = '#include <stdlib.h>\n';
const inside = (...lines: readonly string[]): string => `${at}void f(void) {\n  ${lines.join('\n  ')}\n}\n`;
const struct = 'struct s { const char *key; char buffer[200]; };\n';

const cases: readonly RewriteCase[] = [
  [inside(`const char *key = "${key}"; /* ours */`), inside(`const char *key = ${read}; /* ours */`)],
  [`${at}char *f(void) {\r\n  return "${key}";\r\n}`, `${at}char *f(void) {\r\n  return ${read};\r\n}`],
  [inside(`const char *const a = "x", *b = "${key}";`), inside(`const char *const a = "x", *b = ${read};`)],
  [inside(`send("${key}", 1);`), inside(`send(${read}, 1);`)],
  [inside(`const char *k = ("${key}");`), inside(`const char *k = (${read});`)],
  [
    inside(`const uint8_t *k = (const uint8_t *)"${key}";`),
    inside(`const uint8_t *k = (const uint8_t *)${read};`),
  ],
  [inside(`t.key = "${key}";`), inside(`t.key = ${read};`)],
  [inside(`k = a ? "b" : "${key}";`), inside(`k = a ? "b" : ${read};`)],
  [inside(`const char *l[] = { "a", "${key}" };`), inside(`const char *l[] = { "a", ${read} };`)],
  [struct + inside(`struct s t = { .key = "${key}" };`), struct + inside(`struct s t = { .key = ${read} };`)],
  [
    struct + inside(`t = (struct s){ .key = "${key}" };`),
    struct + inside(`t = (struct s){ .key = ${read} };`),
  ],
  [inside(`k = getenv("X") ? getenv("X") : "${key}";`), inside('k = getenv("X");')],
  [inside(`k = getenv("X") ?: "${key}";`), inside('k = getenv("X");')],
  [struct + inside(`struct s t = { .buffer = "${key}" };`), /copied into an array/],
  [struct + inside(`struct s t = { "${key}" };`), /whether a pointer is kept/],
  [inside(`struct u t = { .key = "${key}" };`), /whether a pointer is kept/],
  [inside(`send("Bearer ${key}");`), /Text stands beside the key/],
  [inside(`send("Bearer " "${key}");`), /side by side/],
  [inside(`send(L"${key}");`), /another kind of characters/],
  [inside(`char k[] = "${key}";`), /copied into an array/],
  [inside(`char k[200] = "${key}";`), /copied into an array/],
  [inside(`static const char *k = "${key}";`), /before the program runs/],
  [`const char *k = "${key}";\n`, /before the program runs/],
  [`static const char k[] = "${key}";\n`, /before the program runs/],
  [inside(`int n = sizeof("${key}");`), /at this place in C/],
  [inside(`printf("${key}");`), /format of what is printed/],
  [inside(`printf("%s", "${key}");`), inside(`printf("%s", ${read});`)],
  [inside(`LOG("${key}");`), /the macro LOG/],
  [`#define show(x) puts(#x)\n${inside(`show("${key}");`)}`, /the macro show/],
  [`#define KEY "${key}"\n`, /A macro is put in as text/],
  [`#ifdef A\n#define KEY "${key}"\n#endif\n`, /A macro is put in as text/],
  [inside(`_Static_assert(1, "${key}");`), /the macro _Static_assert/],
  [inside(`char *getenv = 0;`, `send("${key}");`), /getenv means something else/],
  [
    `static char *getenv(const char *n) { return 0; }\n${inside(`send("${key}");`)}`,
    /getenv means something else/,
  ],
  [`/* ${key} */\n`, /in a comment/],
  [`#include <Arduino.h>\n${inside(`send("${key}");`)}`, /runs on a device/],
  [
    `#include <stdio.h>\n#include <string.h>\nint main(void) { return send("${key}"); }\n`,
    `#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\nint main(void) { return send(${read}); }\n`,
  ],
  [
    `#include "a.h"\nvoid f(void) { send("${key}"); }\n`,
    `#include <stdlib.h>\n\n#include "a.h"\nvoid f(void) { send(${read}); }\n`,
  ],
  [
    `/* The license. */\n\nvoid f(void) { send("${key}"); }\n`,
    `/* The license. */\n\n#include <stdlib.h>\n\nvoid f(void) { send(${read}); }\n`,
  ],
];

describeRewrites('c rewriter', 'a.c', cases);

const head = '#ifndef A_H\n#define A_H\n';
const inline = 'static inline const char *key(void) { return';

describeRewrites('c rewriter, in a header that guards itself', 'a.h', [
  [
    `${head}\n${inline} "${key}"; }\n#endif\n`,
    `${head}\n#include <stdlib.h>\n\n${inline} ${read}; }\n#endif\n`,
  ],
]);
