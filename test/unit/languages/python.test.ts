import assert from 'node:assert/strict';
import { pythonRewriter } from '../../../src/engine/languages/pythonRewriter';
import type { Site } from '../../../src/engine/languages/rewriter';
import { isRefusal } from '../../../src/engine/model/fix';
import { applyEdits } from '../../../src/engine/text/edit';
import { parsers } from '../../support/parsers';

/** A file, and the same with what its lookup needs; K is the literal. */
const cases: readonly (readonly [before: string, after: string])[] = [
  ['k = "K"\n', 'import os\n\nk = "K"\n'],
  ['k = "K"', 'import os\n\nk = "K"'],
  ['\nk = "K"\n', 'import os\n\nk = "K"\n'],
  ['import os\nk = "K"\n', 'import os\nk = "K"\n'],
  ['import sys, os.path\nk = "K"\n', 'import sys, os.path\nk = "K"\n'],
  ['import os as o\nk = "K"\n', 'import os as o\nk = "K"\n'],
  ['from os import environ\nk = "K"\n', 'from os import environ\nk = "K"\n'],
  ['k = "K"\nimport os\n', 'import os\n\nk = "K"\nimport os\n'],
  ['def f():\n    import os\n    return "K"\n', 'import os\n\ndef f():\n    import os\n    return "K"\n'],
  ['import json\nimport sys\nk = "K"\n', 'import json\nimport os\nimport sys\nk = "K"\n'],
  ['import json\n\nimport requests\nk = "K"\n', 'import json\nimport os\n\nimport requests\nk = "K"\n'],
  ['from a import b\nk = "K"\n', 'import os\n\nfrom a import b\nk = "K"\n'],
  [
    '#!/usr/bin/env python\n# -*- coding: utf-8 -*-\nk = "K"\n',
    '#!/usr/bin/env python\n# -*- coding: utf-8 -*-\n\nimport os\n\nk = "K"\n',
  ],
  ['"""Doc."""\nk = "K"\n', '"""Doc."""\n\nimport os\n\nk = "K"\n'],
  [
    '"""Doc."""\nfrom __future__ import annotations\nk = "K"\n',
    '"""Doc."""\nfrom __future__ import annotations\n\nimport os\n\nk = "K"\n',
  ],
  [
    'from __future__ import annotations\r\nk = "K"\r\n',
    'from __future__ import annotations\r\n\r\nimport os\r\n\r\nk = "K"\r\n',
  ],
  [
    'from __future__ import annotations; import sys\nk = "K"\n',
    'from __future__ import annotations; import sys\n\nimport os\n\nk = "K"\n',
  ],
  ['"""Doc"""; X = 1\nk = "K"\n', '"""Doc"""; X = 1\n\nimport os\n\nk = "K"\n'],
  ['"Do" "c"\nk = "K"\n', '"Do" "c"\n\nimport os\n\nk = "K"\n'],
  ['import a; k = "K"\n', 'import os\n\nimport a; k = "K"\n'],
  [
    'try:\n    import os\nexcept ImportError:\n    pass\nk = "K"\n',
    'import os\n\ntry:\n    import os\nexcept ImportError:\n    pass\nk = "K"\n',
  ],
  // isort's groups: the standard library, third parties, the project's own.
  ['import requests\nk = "K"\n', 'import os\n\nimport requests\nk = "K"\n'],
  ['"""Doc."""\nimport requests\nk = "K"\n', '"""Doc."""\n\nimport os\n\nimport requests\nk = "K"\n'],
  [
    'from pathlib import Path\n\nfrom .a import b\nk = "K"\n',
    'import os\nfrom pathlib import Path\n\nfrom .a import b\nk = "K"\n',
  ],
  [
    'import json\nfrom pathlib import Path\n\nimport httpx\nk = "K"\n',
    'import json\nimport os\nfrom pathlib import Path\n\nimport httpx\nk = "K"\n',
  ],
  [
    'import json\n# what it is for\nimport sys\nk = "K"\n',
    'import json\nimport os\n# what it is for\nimport sys\nk = "K"\n',
  ],
  ['import requests\nimport sys\nk = "K"\n', 'import requests\nimport os\nimport sys\nk = "K"\n'],
  // A comment stays with the statement below it; one about the file stays at its head.
  ['# The key.\nk = "K"\n', 'import os\n\n# The key.\nk = "K"\n'],
  ['# About it.\n\nk = "K"\n', '# About it.\n\nimport os\n\nk = "K"\n'],
  ['# Copyright A\n# B\nk = "K"\n', '# Copyright A\n# B\n\nimport os\n\nk = "K"\n'],
];

describe('the import of os', () => {
  for (const [before, after] of cases) {
    it(JSON.stringify(before), async () => {
      const start = before.indexOf('"K"');
      const root = await parsers.parse('python', before);
      const project = {
        nearest: async () => undefined,
        at: async () => undefined,
        beside: async () => undefined,
        below: async () => undefined,
      };
      const rewriter = await pythonRewriter({
        path: 'a.py',
        text: before,
        root,
        project,
        parsers,
        inBrowser: false,
        style: 'failFast',
      });
      const sites = rewriter
        .sites([{ start: start + 1, end: start + 2 }])
        .filter((site): site is Site => !isRefusal(site));
      assert.equal(applyEdits(before, rewriter.additions(sites, [['K']])), after);
    });
  }
});
