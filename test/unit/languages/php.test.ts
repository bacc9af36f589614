import { describeRewrites, type RewriteCase } from '../../support/rewriting';

const key = '«openai-project-key»';
const fail = `throw new RuntimeException('OPENAI_API_KEY is not set')`;
const read = `getenv('OPENAI_API_KEY') ?: ${fail}`;
const define = `if (!defined('OPENAI_API_KEY')) {\n    define('OPENAI_API_KEY', ${read});\n}\n\n`;
const composer = (requires: Readonly<Record<string, string>>): Record<string, string> => ({
  'composer.json': JSON.stringify({ require: requires }),
});
const laravel = composer({ 'laravel/framework': '^11.0' });

const cases: readonly RewriteCase[] = [
  // Form: line endings and the end of the file stay.
  [`<?php\r\n$k = '${key}';\r\n`, `<?php\r\n$k = ${read};\r\n`],
  [`<?php $k = '${key}';`, `<?php $k = ${read};`],
  [
    `<?php\r\nclass A\r\n{\r\n    private $k = '${key}';\r\n}\r\n`,
    `<?php\r\nclass A\r\n{\r\n    private $k;\r\n\r\n    public function __construct()\r\n    {\r\n        $this->k = ${read};\r\n    }\r\n}\r\n`,
  ],
  [`<?php return"${key}";`, `<?php return ${read.replaceAll("'", '"')};`],
  // The exception's name.
  [
    `<?php\nnamespace A;\n$k = '${key}';\n`,
    `<?php\nnamespace A;\n$k = ${read.replace('new R', 'new \\R')};\n`,
  ],
  [
    `<?php\nnamespace A;\nuse RuntimeException as Failure;\n$k = '${key}';\n`,
    `<?php\nnamespace A;\nuse RuntimeException as Failure;\n$k = ${read.replace('RuntimeException', 'Failure')};\n`,
  ],
  [
    `<?php\nuse Foo\\RuntimeException;\n$k = '${key}';\n`,
    `<?php\nuse Foo\\RuntimeException;\n$k = ${read.replace('new R', 'new \\R')};\n`,
  ],
  [
    `<?php\nnamespace A {\n    f('${key}');\n}\nnamespace {\n    f('${key}');\n}\n`,
    `<?php\nnamespace A {\n    f(${read.replace('new R', 'new \\R')});\n}\nnamespace {\n    f(${read});\n}\n`,
  ],
  [
    `<?php\nnamespace A;\nfunction getenv($n) {}\n$k = '${key}';\n`,
    `<?php\nnamespace A;\nfunction getenv($n) {}\n$k = \\${read.replace('new R', 'new \\R')};\n`,
  ],
  // Lookups that are there.
  [
    `<?php $k = $_ENV['X'] ?? '${key}';`,
    `<?php $k = $_ENV['X'] ?? throw new RuntimeException('X is not set');`,
  ],
  [
    `<?php $k = $_ENV['A'] ?? $_ENV['B'] ?? '${key}';`,
    `<?php $k = $_ENV['A'] ?? $_ENV['B'] ?? throw new RuntimeException('B is not set');`,
  ],
  [
    `<?php $k = getenv('X') === false ? '${key}' : getenv('X');`,
    `<?php $k = getenv('X') ?: throw new RuntimeException('X is not set');`,
  ],
  [`<?php $k = getenv('X') ?: '${key}';`, `<?php $k = getenv('X');`, composer({ php: '>=7.1' })],
  [`<?php $k = '${key}';`, `<?php $k = getenv('OPENAI_API_KEY');`, composer({ php: '^7.4 || ^8.0' })],
  [`<?php $k = '${key}';`, `<?php $k = ${read};`, composer({ php: '~8.1' })],
  [`<?php $k = '${key}';`, `<?php $k = ${read};`, { 'composer.json': '{ broken' }],
  [
    `<?php $k = '${key}';`,
    `<?php $k = $_ENV['OPENAI_API_KEY'] ?? ${fail};`,
    composer({ 'symfony/framework-bundle': '^7' }),
  ],
  // Laravel outside of its configuration.
  [`<?php $k = '${key}';`, /config\/services\.php/, laravel],
  [`<?php $k = getenv('X') ?: '${key}';`, /config\/services\.php/, laravel],
  [`<?php $k = env('X', '${key}');`, `<?php $k = env('X');`, laravel],
  // Lines that set the environment.
  [`<?php putenv('OPENAI_API_KEY=${key}');`, /sets the environment variable OPENAI_API_KEY/],
  [`<?php $_ENV['X'] = '${key}';`, /sets the environment variable X/],
  [`<?php $_ENV['X'] ??= '${key}';`, /sets the environment variable X/],
  [
    `<?php $_SERVER['HTTP_AUTHORIZATION'] = 'Bearer ${key}';`,
    `<?php $_SERVER['HTTP_AUTHORIZATION'] = 'Bearer ' . (${read});`,
  ],
  // Constant expressions.
  [
    `<?php\n\nclass A\n{\n    const K = '${key}';\n}\n`,
    `<?php\n\n${define}class A\n{\n    const K = OPENAI_API_KEY;\n}\n`,
  ],
  [
    `<?php\n\n/** License. */\n\n/** A class. */\nclass A\n{\n    public static $k = ['${key}'];\n}\n`,
    `<?php\n\n/** License. */\n\n${define}/** A class. */\nclass A\n{\n    public static $k = [OPENAI_API_KEY];\n}\n`,
  ],
  [
    `<?php\nabstract class A\n{\n    abstract function f($k = '${key}');\n}\n`,
    `<?php\n\n${define}abstract class A\n{\n    abstract function f($k = OPENAI_API_KEY);\n}\n`,
  ],
  [`<?php\nclass A\n{\n    const K = <<<T\n    a ${key}\n    T;\n}\n`, /heredoc that must be constant/],
  [
    `<?php\nfunction f(string $k = '${key}') {}\n`,
    `<?php\nfunction f(?string $k = null) {\n    $k ??= ${read};\n}\n`,
  ],
  [
    `<?php\nclass A\n{\n\tprivate $a = '${key}';\n\tprivate $b = '«anthropic-api-key»';\n\n\tfunction __construct() {}\n}\n`,
    `<?php\nclass A\n{\n\tprivate $a;\n\tprivate $b;\n\n\tfunction __construct() {\n\t\t$this->a = ${read};\n\t\t$this->b = ${read.replaceAll('OPENAI', 'ANTHROPIC')};\n\t}\n}\n`,
  ],
  [`<?php\nclass A\n{\n    private $k = '${key}' . '«anthropic-api-key»';\n}\n`, /Two keys are joined/],
  // Places where no lookup can stand.
  [`<?php // ${key}\n`, /comment/],
  [`<?php /** ${key} */\n`, /comment/],
  [`<p>${key}</p>\n`, /in the page/],
  [`<?php include '${key}';`, /loaded/],
];

describeRewrites('PHP', 'src/a.php', cases);
