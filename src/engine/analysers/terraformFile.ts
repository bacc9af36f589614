import type { FileFacts, SourceDocument } from '../model/document';
import type { Analyser, Problem } from './analyser';
import { configSecrets, type NamedSecret } from './configSecrets';
import { mayNameSecret } from './mayNameSecret';
import { sourceCode } from './sourceCode';

/** Terraform: a language, whose variables and arguments say by their names that they are secrets. */
export const terraformFile = {
  id: 'terraform-file',
  claims: { names: /\.(?:tf|tofu|tfvars)$/i },
  findsNamed: true,
  places: sourceCode.places,
  check,
} as const satisfies Analyser;

/** `variable "db_password" {`, the end of a block, and `name = "value"` alone on its line, but for a comment. */
const line =
  /^(?:[ \t]*variable[ \t]+"([\w-]+)"[ \t]*\{[ \t]*|(\}).*|[ \t]*([\w-]+)([ \t]*=[ \t]*)"([^"\\\r\n]*)"[ \t]*(?:(?:#|\/\/).*)?)$/gm;

/** What a variable is by default, or gets in a `.tfvars` file, and arguments of resources and providers. */
function check(document: SourceDocument, facts: FileFacts): readonly Problem[] {
  const { text } = document;
  if (!mayNameSecret(text, true)) return [];
  const values: NamedSecret[] = [];
  let declared: string | undefined;
  for (const { index, 0: whole, 1: variable, 2: closed, 3: argument = '', 5: value } of text.matchAll(line)) {
    if (variable !== undefined || closed !== undefined) declared = variable;
    if (value === undefined) continue;
    const name = declared !== undefined && argument === 'default' ? declared : argument;
    const envName = name.replaceAll('-', '_').toUpperCase();
    const start = index + whole.indexOf('"') + 1;
    const span = { start, end: start + value.length };
    values.push({ name, variable: envName, value, span, subject: `${declared ?? ''}/${argument}`, envName });
  }
  return configSecrets(document, facts, values);
}
