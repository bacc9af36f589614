import assert from 'node:assert/strict';
import { yamlEntry } from '../../../src/guard/edits/yamlEntry';

const command = yamlEntry(
  { path: ['pre-commit', 'commands'], name: 'keystow', value: { run: '(a; b) >&2' } },
  (_, name) => name === 'keystow',
);
const hook = yamlEntry(
  {
    path: ['repos'],
    value: { repo: 'local', hooks: [{ id: 'keystow', entry: "sh -c '(a)'", pass_filenames: false }] },
    comment: 'A word.',
  },
  (value) => JSON.stringify(value).includes('keystow'),
);

/** A file before and after. */
const commands: readonly (readonly [string, string])[] = [
  ['', 'pre-commit:\n  commands:\n    keystow:\n      run: (a; b) >&2\n'],
  ['# only a word', '# only a word\npre-commit:\n  commands:\n    keystow:\n      run: (a; b) >&2'],
  [
    "min_version: 1.4.0 # why\n\npre-commit:\n    # what is checked\n    parallel: true\n    commands: # all\n\n        # one\n        lint:\n            run: npm run lint # quick\n\n        test:\n            run: 'npm test'\n",
    "min_version: 1.4.0 # why\n\npre-commit:\n    # what is checked\n    parallel: true\n    commands: # all\n        keystow:\n          run: (a; b) >&2\n\n        # one\n        lint:\n            run: npm run lint # quick\n\n        test:\n            run: 'npm test'\n",
  ],
  [
    'pre-commit:\n  jobs:\n    - run: npm test\npre-push:\n',
    'pre-commit:\n  commands:\n    keystow:\n      run: (a; b) >&2\n  jobs:\n    - run: npm test\npre-push:\n',
  ],
  ['pre-commit:\n', 'pre-commit:\n    commands:\n      keystow:\n        run: (a; b) >&2\n'],
  ['pre-commit:', 'pre-commit:\n    commands:\n      keystow:\n        run: (a; b) >&2'],
  [
    'pre-commit:\r\n  commands:\r\n    a:\r\n      run: b\r\n',
    'pre-commit:\r\n  commands:\r\n    keystow:\r\n      run: (a; b) >&2\r\n    a:\r\n      run: b\r\n',
  ],
  [
    'pre-commit: { commands: { a: { run: b } } } # c\n',
    'pre-commit: { commands: {"keystow":{"run":"(a; b) >&2"},  a: { run: b } } } # c\n',
  ],
  ['pre-commit: {}\n', 'pre-commit: {"commands":{"keystow":{"run":"(a; b) >&2"}}}\n'],
  ['{}', '{"pre-commit":{"commands":{"keystow":{"run":"(a; b) >&2"}}}}'],
  [
    'pre-push:\n  commands:\n    a:\n      run: |\n        one\n        two\n\n\n',
    'pre-push:\n  commands:\n    a:\n      run: |\n        one\n        two\n\n\npre-commit:\n  commands:\n    keystow:\n      run: (a; b) >&2\n',
  ],
];

const repos: readonly (readonly [string, string])[] = [
  [
    "# Ours\nrepos:\n# the usual ones\n-   repo: https://example.invalid/a\n    rev: 'v1' # pinned\n    hooks:\n    -   id: a\n",
    "# Ours\nrepos:\n# A word.\n- repo: local\n  hooks:\n    - id: keystow\n      entry: sh -c '(a)'\n      pass_filenames: false\n# the usual ones\n-   repo: https://example.invalid/a\n    rev: 'v1' # pinned\n    hooks:\n    -   id: a\n",
  ],
  [
    'fail_fast: true\nrepos:\n  - repo: meta\n    hooks: [{ id: identity }]\nexclude: ^a\n',
    "fail_fast: true\nrepos:\n  # A word.\n  - repo: local\n    hooks:\n      - id: keystow\n        entry: sh -c '(a)'\n        pass_filenames: false\n  - repo: meta\n    hooks: [{ id: identity }]\nexclude: ^a\n",
  ],
  [
    'repos: []\n',
    'repos: [{"repo":"local","hooks":[{"id":"keystow","entry":"sh -c \'(a)\'","pass_filenames":false}]}]\n',
  ],
];

describe('an entry in YAML', () => {
  for (const [join, cases] of [
    [command, commands],
    [hook, repos],
  ] as const) {
    for (const [before, after] of cases) {
      it(`goes in and out: ${JSON.stringify(before.slice(0, 40))}`, () => {
        assert.equal(join.put(before), after);
        assert.equal(join.has(before), false);
        assert.equal(join.has(after), true);
        assert.equal(join.takeOut(after), before);
      });
    }
  }

  it('makes a file, which goes again', () => {
    const made = command.put(undefined);
    assert.equal(command.has(made), true);
    assert.equal(command.takeOut(made), undefined);
  });

  it('goes out of a file that has changed since, and leaves what has', () => {
    const after = command.put('pre-commit:\n  commands:\n    a:\n      run: b\n');
    assert.equal(
      command.takeOut(`# new\n${after}    c:\n      run: d\n`),
      '# new\npre-commit:\n  commands:\n    a:\n      run: b\n    c:\n      run: d\n',
    );
  });

  it('refuses what cannot be read, and what cannot be added to', () => {
    for (const [text, reason] of [
      ['a: [', /not valid YAML \(line 1\)/],
      ['pre-commit: text\n', /pre-commit is no map or list/],
      ['a: 1\n---\nb: 2\n', /not valid YAML/],
      ['x: &x {a: 1}\npre-commit: *x\n', /no map or list/],
      ['- a\n', /YAML|no map/],
    ] as const)
      assert.throws(() => command.put(text), reason, text);
  });
});
