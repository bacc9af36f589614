import { readFileSync } from 'node:fs';
import path from 'node:path';
import { load, modules } from './npm';

interface Validator {
  compile(schema: object): { (data: unknown): boolean; readonly errors?: unknown };
}
type Ajv = new (options: object) => Validator;

/** Throws where a schema of SchemaStore's collection, as of the package's day, does not take the data. */
export function mustFit(data: unknown, schema: string): void {
  const file = path.join(modules, 'schemastore/schemas/json', schema);
  const { $schema = '', ...rest } = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  const { default: Ajv } = load<{ default: Ajv }>($schema.includes('draft-04') ? 'ajv-draft-04' : 'ajv');
  const validate = new Ajv({
    strict: false,
    validateFormats: false,
    logger: false,
    unicodeRegExp: false,
  }).compile(rest);
  if (!validate(data)) throw new Error(JSON.stringify(validate.errors).slice(0, 800));
}
