import { type DeclaredCase, describeDeclared } from '../../support/declared';

const manifest = { 'composer.json': '{"require":{"php":"^8.2","laravel/framework":"^12.0"}}' };
const services = (inside: string): string => `<?php\n\nreturn [\n\n${inside}\n];\n`;
const mail =
  "    'postmark' => [\n        'token' => env('POSTMARK_TOKEN'),\n    ],\n\n    'ses' => [\n        'key' => env('AWS_ACCESS_KEY_ID'),\n    ],\n";

const cases: readonly DeclaredCase[] = [
  [
    'a service is added as the others are',
    {
      'app/Services/Chat.php':
        '<?php\n\nnamespace App\\Services;\n\nclass Chat\n{\n    public function ask(): string\n    {\n        return Http::withToken(\'K\')->post("Bearer K");\n    }\n}\n',
      'config/services.php': services(mail),
      ...manifest,
    },
    {
      'app/Services/Chat.php':
        '<?php\n\nnamespace App\\Services;\n\nclass Chat\n{\n    public function ask(): string\n    {\n        return Http::withToken(config(\'services.openai.key\'))->post("Bearer " . config("services.openai.key"));\n    }\n}\n',
      'config/services.php': services(
        `${mail}\n    'openai' => [\n        'key' => env('OPENAI_API_KEY'),\n    ],\n`,
      ),
    },
  ],
  [
    'an item is added to a service that is there',
    {
      'routes/web.php': "<?php\n\nf('K');\n",
      'config/services.php': services("    'openai' => [\n        'model' => 'gpt-5'\n    ],\n"),
      ...manifest,
    },
    {
      'routes/web.php': "<?php\n\nf(config('services.openai.key'));\n",
      'config/services.php': services(
        "    'openai' => [\n        'model' => 'gpt-5',\n        'key' => env('OPENAI_API_KEY')\n    ],\n",
      ),
    },
  ],
  [
    'what is there under another name is used',
    {
      'routes/web.php': "<?php\n\nf('K');\n",
      'config/services.php': services("    'ai' => ['main' => ['secret' => env('OPENAI_API_KEY', '')]],\n"),
      ...manifest,
    },
    { 'routes/web.php': "<?php\n\nf(config('services.ai.main.secret'));\n" },
  ],
  [
    'a place that is taken is not used',
    {
      'routes/web.php': "<?php\n\nf('K');\n",
      'config/services.php': "<?php return ['openai' => ['key' => env('OTHER')]];\n",
      ...manifest,
    },
    {
      'routes/web.php': "<?php\n\nf(config('services.openai.api_key'));\n",
      'config/services.php':
        "<?php return ['openai' => ['key' => env('OTHER'), 'api_key' => env('OPENAI_API_KEY')]];\n",
    },
  ],
  [
    'an empty list; a property moves to the constructor',
    {
      'app/A.php': "<?php\n\nclass A\n{\n    private $key = 'K';\n}\n",
      'config/services.php': '<?php return [];\n',
      ...manifest,
    },
    {
      'app/A.php':
        "<?php\n\nclass A\n{\n    private $key;\n\n    public function __construct()\n    {\n        $this->key = config('services.openai.key');\n    }\n}\n",
      'config/services.php': "<?php return ['openai' => ['key' => env('OPENAI_API_KEY')]];\n",
    },
  ],
  [
    'a fallback goes, and its name is declared',
    {
      'app/a.php': "<?php\n\n$a = env('MY_TOKEN', 'K');\n",
      'config/services.php': '<?php return [];\n',
      ...manifest,
    },
    {
      'app/a.php': "<?php\n\n$a = config('services.my.token');\n",
      'config/services.php': "<?php return ['my' => ['token' => env('MY_TOKEN')]];\n",
    },
  ],
  [
    'a template',
    {
      'app/a.php': '<?php\n\nf(<<<TEXT\nBearer K\nTEXT);\n',
      'config/services.php': '<?php return [];\n',
      ...manifest,
    },
    {
      'app/a.php':
        "<?php\n\n$openaiApiKey = config('services.openai.key');\nf(<<<TEXT\nBearer {$openaiApiKey}\nTEXT);\n",
      'config/services.php': "<?php return ['openai' => ['key' => env('OPENAI_API_KEY')]];\n",
    },
  ],
  [
    'the configuration itself reads the environment',
    { 'config/services.php': "<?php return ['openai' => ['key' => 'K']];\n", ...manifest },
    { 'config/services.php': "<?php return ['openai' => ['key' => env('OPENAI_API_KEY')]];\n" },
  ],
  [
    'refused in a constant',
    {
      'app/A.php': "<?php\n\nclass A\n{\n    const KEY = 'K';\n}\n",
      'config/services.php': '<?php return [];\n',
      ...manifest,
    },
    /^A constant cannot call config\(\)/,
  ],
  [
    'refused where no application runs',
    {
      'bootstrap/app.php': "<?php\n\nf('K');\n",
      'config/services.php': '<?php return [];\n',
      ...manifest,
    },
    /^Laravel reads the environment in config files only/,
  ],
  [
    'refused where the list cannot be read',
    {
      'app/a.php': "<?php\n\nf('K');\n",
      'config/services.php': '<?php return array_merge(base(), []);\n',
      ...manifest,
    },
    /^Laravel reads the environment in config files only/,
  ],
  [
    'refused where the list is read-only',
    { 'app/a.php': "<?php\n\nf('K');\n", 'config/services.php': '<?php return [];\n', ...manifest },
    /^config\/services\.php is read-only, and OPENAI_API_KEY has to be declared there\.$/,
    { readOnly: ['config/services.php'] },
  ],
];

describeDeclared("Laravel's services", cases);
