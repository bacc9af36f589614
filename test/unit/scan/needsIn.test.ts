import assert from 'node:assert/strict';
import type { Detector } from '../../../src/engine/detectors/detector';
import { detectors } from '../../../src/engine/detectors/index';
import { needsIn } from '../../../src/engine/scan/inRuns';
import { longRuns, shortestKeyRun } from '../../../src/engine/text/runs';
import { randomText } from '../../support/random';

/** Where a key may stand; the last ones enclose it as their patterns want it. */
const places = [
  'KEY',
  '"KEY"',
  '${TOKEN:-KEY}',
  'bot -t KEY\r\n',
  'a KEY.',
  'NAME=KEY;',
  'postgres://app:KEY@db.corp.net/a',
  'app:KEY@tcp(db.corp.net:3306)/a',
  'jdbc:sqlserver://db.corp.net;user=app;password=KEY',
  'Server=tcp:db.corp.net,1433;User ID=app;Password=KEY;',
  'data source = db.corp.net;PWD = KEY',
  'host=db.corp.net user=app password=KEY',
  '{"type": "service_account", "private_key": "KEY\\n"}',
  '{"private_key": "KEY\\n", "client_email": "a@b.iam.gserviceaccount.com"}',
];

describe('what a pattern needs', () => {
  for (const { id, enclosed = [] } of detectors as readonly Detector[])
    for (const { rule, patterns, example } of enclosed)
      for (const [index, one] of patterns.entries())
        it(`${id}: ${rule}, pattern ${index + 1}: stands in every text that it matches`, () => {
          let matches = 0;
          for (let seed = 1; seed <= 20; seed++)
            for (const place of places) {
              const key = example(randomText(seed));
              const written = place.startsWith('{') ? key.replaceAll('\n', '\\n') : key;
              const text = `first line\n${place.replace('KEY', () => written)}`;
              if (text.search(one.pattern) < 0) continue;
              matches++;
              assert.ok(needsIn(text, longRuns(text, shortestKeyRun))(one), place);
            }
          assert.ok(matches > 0, 'no text matches');
        });
});
