import { describeRewrites, type RewriteCase } from '../../support/rewriting';

const key = '«openai-project-key»';
const read = "Platform.environment['OPENAI_API_KEY']!";
const at = "import 'dart:io';\n\n";
const lines = (...all: readonly string[]): string => at + all.join('\n');

const cases: readonly RewriteCase[] = [
  [lines(`final key = '${key}';\n`), lines(`final key = ${read};\n`)],
  [lines(`final key = "${key}";`), lines('final key = Platform.environment["OPENAI_API_KEY"]!;')],
  [`import 'dart:io';\r\nfinal key = '${key}';\r\n`, `import 'dart:io';\r\nfinal key = ${read};\r\n`],
  [lines(`var key = r'${key}';`), lines(`var key = ${read};`)],
  [lines(`var key = '''${key}''';`), lines(`var key = ${read};`)],
  [lines(`var h = 'Bearer ${key}\\n$x';`), lines(`var h = 'Bearer \${${read}}\\n$x';`)],
  [lines(`var h = r'{"a": "${key}"}';`), lines(`var h = r'{"a": "' + ${read} + r'"}';`)],
  [lines(`var c = C()..a = 1..key = '${key}';`), lines(`var c = C()..a = 1..key = ${read};`)],
  [lines(`var h = r'Bearer ${key}';`), lines(`var h = r'Bearer ' + ${read};`)],
  [lines(`var h = 'Bearer ' + '${key}';`), lines(`var h = 'Bearer ' + ${read};`)],
  [lines(`var h = 'Bearer ' '${key}';`), /several strings side by side/],
  [lines(`void f() { var k = '${key}'.trim(); }`), lines(`void f() { var k = ${read}.trim(); }`)],
  [lines(`var l = ['a', '${key}'];`), lines(`var l = ['a', ${read}];`)],
  [lines(`var m = {'a': 'b', 'key': '${key}'};`), lines(`var m = {'a': 'b', 'key': ${read}};`)],
  [lines(`var c = Client('${key}', n: 1);`), lines(`var c = Client(${read}, n: 1);`)],
  [lines(`var c = Client(key: '${key}');`), lines(`var c = Client(key: ${read});`)],
  [lines(`String f() => '${key}';`), lines(`String f() => ${read};`)],
  [lines(`String f() { return '${key}'; }`), lines(`String f() { return ${read}; }`)],
  [lines(`void f() { h['key'] = '${key}'; }`), lines(`void f() { h['key'] = ${read}; }`)],
  [lines(`void f() { k ??= a ? 'b' : '${key}'; }`), lines(`void f() { k ??= a ? 'b' : ${read}; }`)],
  [lines(`var k = o.key ?? '${key}';`), lines(`var k = o.key ?? ${read};`)],
  [lines(`var k = Platform.environment['X'] ?? '${key}';`), lines("var k = Platform.environment['X']!;")],
  [lines(`const key = '${key}';`), lines(`final key = ${read};`)],
  [lines(`const String key = '${key}', b = 'x';`), lines(`final String key = ${read}, b = 'x';`)],
  [lines(`class A { static const key = '${key}'; }`), lines(`class A { static final key = ${read}; }`)],
  [
    lines(`void f() { const m = {'key': 'Bearer ${key}'}; }`),
    lines(`void f() { final m = {'key': 'Bearer \${${read}}'}; }`),
  ],
  [lines(`const key = '${key}';`, 'final a = const A(key);'), /key is used where a constant must stand/],
  [lines(`const key = '${key}';`, 'const h = "Bearer $key";'), /key is used where a constant must stand/],
  [lines(`const key = '${key}';`, 'void f({String k = key}) {}'), /key is used where a constant must stand/],
  [lines(`class A { const A(); final key = '${key}'; }`), /const constructor/],
  [lines(`class A { A(); final key = '${key}'; }`), lines(`class A { A(); final key = ${read}; }`)],
  [lines(`var a = const A(key: '${key}');`), /behind const/],
  [lines(`var a = const ['${key}'];`), /behind const/],
  [lines(`void f({String key = '${key}'}) {}`), /default of a parameter/],
  [lines(`@A('${key}')`, 'class B {}'), /annotation/],
  [lines(`enum E { a('${key}'); const E(this.k); final String k; }`), /value of an enum/],
  [lines(`void f() { switch (x) { case '${key}': g(); } }`), /branch is chosen by/],
  [lines(`var m = {'${key}': 1};`), /name of an entry/],
  [lines(`void f() { m['${key}'] = 1; }`), /name of an entry/],
  [lines(`class Platform {}`, `var k = '${key}';`), /Platform means something else/],
  [lines(`/// ${key}`, 'var k = 1;'), /in a comment/],
  [`import 'dart:io' as io;\nvar k = '${key}';\n`, `import 'dart:io' as io;\nvar k = io.${read};\n`],
  [
    `import 'dart:io' show File;\nvar k = '${key}';\n`,
    `import 'dart:io' show File;\nimport 'dart:io' show Platform;\nvar k = ${read};\n`,
  ],
  [
    `import "dart:convert";\nimport "package:a/a.dart";\nvar k = '${key}';\n`,
    `import "dart:convert";\nimport "dart:io";\nimport "package:a/a.dart";\nvar k = ${read};\n`,
  ],
  [
    `import 'package:a/a.dart';\nvar k = '${key}';\n`,
    `import 'dart:io';\n\nimport 'package:a/a.dart';\nvar k = ${read};\n`,
  ],
  [`// The license.\n\nvar k = '${key}';\n`, `// The license.\n\nimport 'dart:io';\n\nvar k = ${read};\n`],
  [`part of 'a.dart';\nvar k = '${key}';\n`, /part of a library/],
  [`import 'package:flutter/material.dart';\nvar k = '${key}';\n`, /ships in the app/],
  [
    `var k = '${key}';\n`,
    /ships in the app/,
    { 'pubspec.yaml': 'dependencies:\n  flutter:\n    sdk: flutter\n' },
  ],
  [`import 'dart:html';\nvar k = '${key}';\n`, /runs in the browser/],
];

describeRewrites('dart rewriter', 'a.dart', cases);
