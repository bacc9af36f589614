import type { Entry } from './edits/entry';

/** Another tool that teams run through the pre-commit framework: its entry in `.pre-commit-config.yaml`. */
export interface Tool {
  readonly id: string;
  readonly entry: Entry;
  /** What a configuration that has the tool already names. */
  readonly mark: string;
  /** What is still to do. */
  readonly note?: string;
}

const comment = (id: string): string => `Added by keystow hook install --with ${id}.`;

/** To add one: its line here. Versions are those of the day that is named; `pre-commit autoupdate` changes them. */
export const tools: readonly Tool[] = [
  {
    // https://github.com/gitleaks/gitleaks/blob/master/.pre-commit-hooks.yaml, read 2026-11-28
    id: 'gitleaks',
    mark: 'gitleaks/gitleaks',
    entry: {
      path: ['repos'],
      comment: comment('gitleaks'),
      value: { repo: 'https://github.com/gitleaks/gitleaks', rev: 'v8.30.1', hooks: [{ id: 'gitleaks' }] },
    },
  },
  {
    // Its program has to be installed; it asks the providers whether a key works.
    // https://github.com/trufflesecurity/trufflehog/blob/main/PreCommit.md, read 2026-11-28
    id: 'trufflehog',
    mark: 'trufflehog',
    note: 'trufflehog itself has to be installed; it asks providers whether a key that it has found works',
    entry: {
      path: ['repos'],
      comment: comment('trufflehog'),
      value: {
        repo: 'local',
        hooks: [
          {
            id: 'trufflehog',
            name: 'TruffleHog',
            entry: "bash -c 'trufflehog git file://. --since-commit HEAD --results=verified,unknown --fail'",
            language: 'system',
            pass_filenames: false,
          },
        ],
      },
    },
  },
  {
    // https://github.com/Yelp/detect-secrets/blob/master/README.md, read 2026-11-28
    id: 'detect-secrets',
    mark: 'detect-secrets',
    note: 'what is known already goes into a baseline: detect-secrets scan > .secrets.baseline, and args in the hook',
    entry: {
      path: ['repos'],
      comment: comment('detect-secrets'),
      value: {
        repo: 'https://github.com/Yelp/detect-secrets',
        rev: 'v1.5.0',
        hooks: [{ id: 'detect-secrets' }],
      },
    },
  },
];
