import type { HygieneRule } from './hygieneRule';

/** Lines of an env file that not every reader takes alike. */
export const envLines: readonly HygieneRule[] = [
  {
    id: 'env-command',
    title: 'Command in an env file',
    severity: 'error',
    description:
      'A value with `$(…)` or backticks: a shell, dotenvx, dotenv-expand and Ruby run it, others take it as it stands.',
  },
  {
    id: 'env-unclosed-quote',
    title: 'Open quote in an env file',
    severity: 'error',
    description:
      'Some readers take the quote for a part of the value, python-dotenv skips the line, and Compose and a shell refuse the file. The fix removes it where the value needs none.',
  },
  {
    id: 'env-unquoted-hash',
    title: 'Value cut off at #',
    severity: 'warning',
    description:
      '`K=ab#cd` is `ab` for dotenv, Node.js, Vite, Bun and Deno, and whole for the others. The fix puts it in single quotes.',
  },
  {
    id: 'env-dollar',
    title: '$ in a value',
    severity: 'warning',
    description:
      'Vite, Next.js, Bun, Compose and a shell replace what follows the `$`; silent where a line of the file has that name. The fix puts the value in single quotes, which all but Vite, Next.js and Bun leave alone.',
  },
  {
    id: 'env-spaces',
    title: 'Blanks around =',
    severity: 'warning',
    description:
      '`docker run --env-file` refuses the file or keeps the blanks, and a shell that reads it runs the value. The fix removes them.',
  },
  {
    id: 'env-colon',
    title: 'Colon in place of =',
    severity: 'warning',
    description: 'Only dotenv, Next.js, Bun and Compose read `K: v`. The fix writes `=`.',
  },
  {
    id: 'env-encoding',
    title: 'Env file that not every reader decodes',
    severity: 'warning',
    description:
      'It begins with a byte order mark, with which Node.js, Vite and Deno lose the first name, or is saved as UTF-16, as PowerShell does with `>`: hardly anybody reads that. Told by an audit.',
  },
  {
    id: 'env-duplicate',
    title: 'Name that stands twice',
    severity: 'warning',
    description:
      'Deno reads the first line, everybody else the last: often the first is a key that was replaced. The fix deletes it.',
  },
  {
    id: 'env-name',
    title: 'Name that not every reader takes',
    severity: 'info',
    description: 'A shell and several loaders take letters, digits and `_` only, and no digit first.',
  },
  {
    id: 'env-quotes',
    title: 'Quotes that are not needed',
    severity: 'hint',
    description:
      '`docker run --env-file`, kubectl and Make keep the quotes as a part of the value. The fix removes them where every reader takes the value without.',
  },
  {
    id: 'env-export',
    title: 'export in an env file',
    severity: 'hint',
    description: '`docker run --env-file` and kubectl refuse the file. The fix removes it.',
  },
  {
    id: 'env-inline-comment',
    title: 'Comment behind a value',
    severity: 'hint',
    description:
      '`docker run --env-file` and kubectl take it for a part of the value. The fix puts it on a line of its own.',
  },
  {
    id: 'env-trailing-blank',
    title: 'Blanks behind a value',
    severity: 'hint',
    description: '`docker run --env-file` keeps them. The fix removes them.',
  },
  {
    id: 'env-final-newline',
    title: 'No line end at the end of an env file',
    severity: 'hint',
    description: 'What a program appends is glued to the last line. The fix adds it.',
  },
  {
    id: 'env-crlf',
    title: 'Lines that end in CR LF',
    severity: 'hint',
    description:
      'A shell that reads the file keeps the CR as a part of each value, so that a key looks right and is refused; other readers drop it. A hint, for who reads the file by a program alone has no harm from it. The fix ends all lines with LF.',
  },
];
