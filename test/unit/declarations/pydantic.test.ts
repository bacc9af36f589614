import { type DeclaredCase, describeDeclared } from '../../support/declared';

const manifest = { 'requirements.txt': 'fastapi\npydantic-settings\n' };
const config = (fields: string, after = 'settings = Settings()\n'): string =>
  `from pydantic_settings import BaseSettings, SettingsConfigDict\n\n\nclass Settings(BaseSettings):\n${fields}    model_config = SettingsConfigDict(env_file=".env")\n\n\n${after}`;

const main = 'from app.config import settings\n\nkey = "K"\n';
const uses = (field: string): string => `from app.config import settings\n\nkey = settings.${field}\n`;
const plainly = {
  'app/main.py': 'import os\n\nfrom app.config import settings\n\nkey = os.environ["OPENAI_API_KEY"]\n',
};

const cases: readonly DeclaredCase[] = [
  [
    'the text below a field stays below it',
    { 'app/main.py': main, 'app/config.py': config('    a: str\n    """The a."""\n\n'), ...manifest },
    {
      'app/main.py': uses('openai_api_key'),
      'app/config.py': config('    a: str\n    """The a."""\n    openai_api_key: str\n\n'),
    },
  ],
  [
    'a field that has the variable under another name is used',
    {
      'app/main.py': main,
      'app/config.py': config('    key: str = Field(alias="OPENAI_API_KEY")\n'),
      ...manifest,
    },
    { 'app/main.py': uses('key') },
  ],
  [
    'a field that takes another variable is not',
    {
      'app/main.py': main,
      'app/config.py': config('    openai_api_key: str = Field(validation_alias="OTHER_KEY")\n'),
      ...manifest,
    },
    plainly,
  ],
  [
    'a class of one line stays',
    {
      'app/main.py': main,
      'app/config.py':
        'from pydantic_settings import BaseSettings\n\n\nclass Settings(BaseSettings): pass\n\n\nsettings = Settings()\n',
      ...manifest,
    },
    plainly,
  ],
  [
    'a prefix that only the program knows',
    {
      'app/main.py': main,
      'app/config.py': config('    model_config = {"env_prefix": PREFIX}\n'),
      ...manifest,
    },
    plainly,
  ],
  [
    'imported already',
    {
      'app/main.py':
        'from fastapi import FastAPI\n\nfrom app.config import settings\n\napp = FastAPI(title=settings.title)\nclient = Client(api_key="K", header=f"Bearer K")\n',
      'app/config.py': config('    title: str = "x"  # shown\n\n'),
      ...manifest,
    },
    {
      'app/main.py':
        'from fastapi import FastAPI\n\nfrom app.config import settings\n\napp = FastAPI(title=settings.title)\nclient = Client(api_key=settings.openai_api_key, header=f"Bearer {settings.openai_api_key}")\n',
      'app/config.py': config('    title: str = "x"  # shown\n    openai_api_key: str\n\n'),
    },
  ],
  [
    'by another name, relative, with secrets among its fields',
    {
      'app/routers/a.py': 'from ..core.config import settings as s\n\nkey = b"K"\n',
      'app/core/config.py': config('    password: SecretStr\n'),
      ...manifest,
    },
    {
      'app/routers/a.py':
        'from ..core.config import settings as s\n\nkey = s.openai_api_key.get_secret_value().encode()\n',
      'app/core/config.py': config('    password: SecretStr\n    openai_api_key: SecretStr\n'),
    },
  ],
  [
    'by the module, and by the function',
    {
      'main.py': 'import config\nfrom fastapi import FastAPI\n\nkey = "K"\n',
      'config.py': config('    """Doc."""\n\n'),
      ...manifest,
    },
    {
      'main.py': 'import config\nfrom fastapi import FastAPI\n\nkey = config.settings.openai_api_key\n',
      'config.py': config('    """Doc."""\n\n    openai_api_key: str\n\n'),
    },
  ],
  [
    'by the function that gives them',
    {
      'app/main.py': 'from .config import get_settings\n\nkey = "K"\n',
      'app/config.py': config('    a: str\n', '@lru_cache\ndef get_settings():\n    return Settings()\n'),
      ...manifest,
    },
    {
      'app/main.py': 'from .config import get_settings\n\nkey = get_settings().openai_api_key\n',
      'app/config.py': config(
        '    a: str\n    openai_api_key: str\n',
        '@lru_cache\ndef get_settings():\n    return Settings()\n',
      ),
    },
  ],
  [
    'the import is added as the others of the package are',
    {
      'app/api/a.py':
        '"""Doc."""\nimport sys\n\nfrom fastapi import APIRouter\n\nfrom app.api import b\nfrom app.models import User\n\nkey = "K"\n',
      'app/api/b.py': '',
      'app/models.py': '',
      'app/core/config.py': config('    a: str\n'),
      ...manifest,
    },
    {
      'app/api/a.py':
        '"""Doc."""\nimport sys\n\nfrom fastapi import APIRouter\n\nfrom app.api import b\nfrom app.core.config import settings\nfrom app.models import User\n\nkey = settings.openai_api_key\n',
      'app/core/config.py': config('    a: str\n    openai_api_key: str\n'),
    },
  ],
  [
    'relative where the others are, and to what is imported from there',
    {
      'app/main.py': 'from .config import Settings\n\nkey = "K"\n',
      'app/config.py': config('    a: str\n'),
      ...manifest,
    },
    {
      'app/main.py': 'from .config import Settings, settings\n\nkey = settings.openai_api_key\n',
      'app/config.py': config('    a: str\n    openai_api_key: str\n'),
    },
  ],
  [
    'in one folder without a package; a class without fields',
    {
      'main.py': 'key = "K"\n',
      'settings.py':
        'from pydantic_settings import BaseSettings\n\n\nclass S(BaseSettings):\n    pass\n\n\nconf = S()\n',
      ...manifest,
    },
    {
      'main.py': 'from settings import conf\n\nkey = conf.openai_api_key\n',
      'settings.py':
        'from pydantic_settings import BaseSettings\n\n\nclass S(BaseSettings):\n    openai_api_key: str\n    pass\n\n\nconf = S()\n',
    },
  ],
  [
    'a prefix; names in capitals; a package by its __init__.py',
    {
      'app/main.py': 'from fastapi import FastAPI\n\nkey = "K"\n',
      'app/__init__.py': '',
      'app/config.py':
        'class Settings(BaseSettings):\n    model_config = SettingsConfigDict(env_prefix="APP_", env_file=".env", case_sensitive=True)\n\n    NAME: str\n\nsettings = Settings()\n',
      ...manifest,
    },
    {
      'app/main.py':
        'from fastapi import FastAPI\n\nfrom app.config import settings\n\nkey = settings.OPENAI_API_KEY\n',
      'app/config.py':
        'class Settings(BaseSettings):\n    model_config = SettingsConfigDict(env_prefix="APP_", env_file=".env", case_sensitive=True)\n\n    NAME: str\n    OPENAI_API_KEY: str\n\nsettings = Settings()\n',
    },
  ],
  [
    'a field that is there',
    {
      'app/main.py': 'from .config import settings\n\nkey = "K"\n',
      'app/config.py': config('    openai_api_key: SecretStr | None = None\n'),
      ...manifest,
    },
    { 'app/main.py': 'from .config import settings\n\nkey = settings.openai_api_key.get_secret_value()\n' },
  ],
  [
    'below the settings in their own file',
    {
      'config.py': config('    a: str\n', 'settings = Settings()\nclient = Client("K")\n'),
      ...manifest,
    },
    {
      'config.py': config(
        '    a: str\n    openai_api_key: str\n',
        'settings = Settings()\nclient = Client(settings.openai_api_key)\n',
      ),
    },
  ],
  [
    'a default of a field is no place to read the settings',
    { 'config.py': config('    openai_api_key: str = "K"\n'), ...manifest },
    { 'config.py': config('    openai_api_key: str\n') },
  ],
];

/** Read with `os.environ`, for which something loads the file. */
const loaded = { ...manifest, '__init__.py': 'load_dotenv()\n' };
const plain: readonly DeclaredCase[] = [
  ['no instance', 'from app import b\n', { 'app/config.py': config('    a: str\n', '') }],
  ['two such classes', 'from app import b\n', { 'app/config.py': config(''), 'app/settings.py': config('') }],
  ['nothing tells the package', 'import sys\n', { 'app/config.py': config('    a: str\n') }],
  [
    'it imports this file',
    'from app import b\n',
    { 'app/config.py': `from app.main import x\n${config('')}` },
  ],
  [
    'the name is taken',
    'from app import b\nfrom django.conf import settings\n',
    { 'app/config.py': config('    a: str\n') },
  ],
  ['broken code', 'from app.config import settings\n', { 'app/config.py': `${config('')}def f(:\n` }],
  [
    'nested names',
    'from app.config import settings\n',
    { 'app/config.py': config('    env_nested_delimiter: str\n') },
  ],
].map(([title, imports, files]) => [
  `by os.environ: ${String(title)}`,
  {
    'app/main.py': `${String(imports)}\nkey = "K"\n`,
    'app/b.py': '',
    ...loaded,
    ...(files as Record<string, string>),
  },
  /os\.environ\[\\"OPENAI_API_KEY\\"\]/,
]);

const refused: readonly DeclaredCase[] = [
  [
    'the name is another one in a function',
    {
      'app/main.py': 'from .config import settings\n\n\ndef f(settings):\n    return "K"\n',
      'app/config.py': config('    a: str\n'),
      ...loaded,
    },
    {
      'app/main.py':
        'import os\n\nfrom .config import settings\n\n\ndef f(settings):\n    return os.environ["OPENAI_API_KEY"]\n',
    },
  ],
  [
    'refused where the file is read-only',
    {
      'app/main.py': 'from .config import settings\n\nkey = "K"\n',
      'app/config.py': config('    a: str\n'),
      ...manifest,
    },
    /^app\/config\.py is read-only, and OPENAI_API_KEY has to be declared there\.$/,
    { readOnly: ['app/config.py'] },
  ],
];

describeDeclared('fields of pydantic-settings', [...cases, ...plain, ...refused]);
