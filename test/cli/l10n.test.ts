import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../support/sources';

const dist = path.join(root, 'dist');

describe('the language of what is built', () => {
  it('is in one file, which all others ask', () => {
    const own = readdirSync(dist).filter(
      (name) => name.endsWith('.js') && readFileSync(path.join(dist, name), 'utf8').includes('\\{(\\d+)\\}'),
    );
    assert.deepEqual(own.sort(), ['extension.web.js', 'l10n.js']);
  });

  it('is that of files which are loaded later too', () => {
    const program = `
      require('./l10n.js').translateWith((message) => '<' + message + '>');
      console.log(require('./linearPattern.js').linearPattern('(').refused);`;
    const told = execFileSync(process.execPath, ['-e', program], { cwd: dist, encoding: 'utf8' });
    assert.equal(told, '<"pattern" is not what RE2 can match in linear time: {0}>\n');
  });
});
