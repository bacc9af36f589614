import assert from 'node:assert/strict';
import type { Join } from '../../../src/guard/edits/join';
import { jsonCommand } from '../../../src/guard/edits/jsonCommand';
import { jsonEntry } from '../../../src/guard/edits/jsonEntry';
import { scriptLine } from '../../../src/guard/edits/scriptLine';
import { tomlEntry } from '../../../src/guard/edits/tomlEntry';

const entry = { path: ['pre-commit', 'commands'], name: 'keystow', value: { run: 'a; b' } };
const command = '(sh keystow/guard.sh) || exit $?';

/** Each with texts before and after. */
const joins: readonly (readonly [string, Join, readonly (readonly [string, string])[]])[] = [
  [
    'JSON',
    jsonEntry(entry),
    [
      [
        '{}',
        '{\n  "pre-commit": {\n    "commands": {\n      "keystow": {\n        "run": "a; b"\n      }\n    }\n  }\n}',
      ],
      [
        '{\r\n\t"pre-commit": {\r\n\t\t"commands": {\r\n\t\t\t"x": {"run": "y"} // why\r\n\t\t}\r\n\t}\r\n}\r\n',
        '{\r\n\t"pre-commit": {\r\n\t\t"commands": {\r\n\t\t\t"keystow": {\r\n\t\t\t\t"run": "a; b"\r\n\t\t\t},\r\n\t\t\t"x": {"run": "y"} // why\r\n\t\t}\r\n\t}\r\n}\r\n',
      ],
      [
        '{"pre-commit": {"commands": {"x": {"run": "y"}}}}',
        '{"pre-commit": {"commands": { "keystow": {"run":"a; b"},"x": {"run": "y"}}}}',
      ],
      [
        '{\n  "pre-push": {}\n}\n',
        '{\n  "pre-commit": {\n    "commands": {\n      "keystow": {\n        "run": "a; b"\n      }\n    }\n  },\n  "pre-push": {}\n}\n',
      ],
    ],
  ],
  [
    'TOML',
    tomlEntry(entry),
    [
      ['', '[pre-commit.commands.keystow]\nrun = "a; b"\n'],
      ['x = 1 # why', 'x = 1 # why\n[pre-commit.commands.keystow]\nrun = "a; b"'],
      [
        '[pre-commit.commands.x]\r\nrun = "y"\r\n',
        '[pre-commit.commands.x]\r\nrun = "y"\r\n[pre-commit.commands.keystow]\r\nrun = "a; b"\r\n',
      ],
    ],
  ],
  [
    'a command in JSON',
    jsonCommand(['simple-git-hooks'], 'pre-commit', command, false),
    [
      [
        '{"simple-git-hooks": {"pre-commit": "npx \\"x\\""}}',
        '{"simple-git-hooks": {"pre-commit": "(sh keystow/guard.sh) || exit $?; npx \\"x\\""}}',
      ],
      [
        '{\n  "simple-git-hooks": {\n    "commit-msg": "y"\n  }\n}\n',
        '{\n  "simple-git-hooks": {\n    "pre-commit": "(sh keystow/guard.sh) || exit $?",\n    "commit-msg": "y"\n  }\n}\n',
      ],
    ],
  ],
  [
    'a script of the shell',
    scriptLine(command, false),
    [
      ['', `${command} # keystow\n`],
      ['#!/bin/sh', `#!/bin/sh\n${command} # keystow`],
      ['npm test\r\n', `${command} # keystow\r\nnpm test\r\n`],
      [
        '#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\n\nnpm test\n',
        `#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\n${command} # keystow\n\nnpm test\n`,
      ],
    ],
  ],
  [
    'a command in JSON, behind what may change what is committed',
    jsonCommand(['simple-git-hooks'], 'pre-commit', command, true),
    [
      [
        '{"simple-git-hooks": {"pre-commit": "npx \\"x\\""}}',
        '{"simple-git-hooks": {"pre-commit": "npx \\"x\\" && (sh keystow/guard.sh) || exit $?"}}',
      ],
      [
        '{"simple-git-hooks": {"pre-commit": "test -f a || exit 0; b"}}',
        '{"simple-git-hooks": {"pre-commit": "(sh keystow/guard.sh) || exit $?; test -f a || exit 0; b"}}',
      ],
    ],
  ],
  [
    'a script of the shell, behind what may change what is committed',
    scriptLine(command, true),
    [
      ['', `${command} # keystow\n`],
      ['#!/bin/sh\n# nothing yet\n', `#!/bin/sh\n${command} # keystow\n# nothing yet\n`],
      ['npm test\r\n', `npm test\r\ns=$?; test $s -eq 0 || exit $s; ${command} # keystow\r\n`],
      ['npm test', `npm test\ns=$?; test $s -eq 0 || exit $s; ${command} # keystow`],
      [
        '#!/bin/sh\nif a; then exit 0; fi\nb\n',
        `#!/bin/sh\n${command} # keystow\nif a; then exit 0; fi\nb\ns=$?; test $s -eq 0 || exit $s; ${command} # keystow\n`,
      ],
    ],
  ],
];

describe('an entry in other languages', () => {
  for (const [title, join, cases] of joins) {
    for (const [before, after] of cases)
      it(`goes in and out of ${title}: ${JSON.stringify(before.slice(0, 30))}`, () => {
        assert.equal(join.put(before), after);
        assert.equal(join.has(before), false);
        assert.equal(join.has(after), true);
        assert.equal(join.takeOut(after), before);
      });
  }

  it('refuses what cannot be read, or is written in another language', () => {
    assert.throws(() => jsonEntry(entry).put('{"a": '), /not valid JSON \(line 1: /);
    assert.throws(() => jsonEntry(entry).put('{"pre-commit": 1}'), /pre-commit is no object/);
    assert.throws(() => tomlEntry(entry).put('a = '), /not valid TOML/);
    assert.throws(() => tomlEntry(entry).put('pre-commit = { parallel = true }\n'), /TOML/);
    assert.throws(() => scriptLine(command, false).put('#!/usr/bin/env python3\n'), /no script of the shell/);
  });

  it('leaves a command that was changed since, and says so', () => {
    const join = jsonCommand(['simple-git-hooks'], 'pre-commit', command, true);
    const changed = '{"simple-git-hooks": {"pre-commit": "npx x; (sh keystow/guard.sh)"}}';
    assert.equal(join.has(changed), true);
    assert.throws(() => join.takeOut(changed), /take it out by hand/);
  });
});
