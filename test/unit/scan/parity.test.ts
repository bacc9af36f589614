import assert from 'node:assert/strict';
import { kindsOf } from '../../../src/engine/detectors/detector';
import { detectors } from '../../../src/engine/detectors/index';
import { scanDocument, scanSteps } from '../../../src/engine/index';
import { explainKeys, keySpans } from '../../../src/engine/scan/explainKeys';
import { type Filling, places } from '../../eval/positives';
import { fixtures } from '../../support/fixtures';
import { madeKey } from '../../support/keys';
import { fill, sections } from '../../support/markers';
import { randomText } from '../../support/random';

/** Who asks why gets the whole text read, without the gate and without regions: the plain way to the same keys. */
function assertSame(path: string, text: string): number {
  const plain = explainKeys({ path, text }).filter(({ rejected }) => rejected === undefined);
  const spans = plain.map(({ span }) => span);
  assert.deepEqual(keySpans({ path, text }), spans, `${path}, text of ${text.length} characters`);
  return spans.length;
}

const rulesIn = (path: string, text: string): readonly string[] =>
  scanDocument({ path, text }).map(({ rule }) => rule);

describe('a scan finds what reading the whole text finds', () => {
  it('in every text of the fixtures', () => {
    let keys = 0;
    for (const fixture of fixtures.filter(({ path }) => path.startsWith('scan/')))
      for (const { path, body } of sections(fixture.text)) keys += assertSame(path, fill(body).text);
    assert.ok(keys > 20);
  });

  it('where a name reaches over a value, or a password has other letters', () => {
    const hex = Array.from({ length: 32 }, (_, at) =>
      '0123456789abcdef'.charAt((at * 7 + (at % 3)) % 16),
    ).join('');
    const rest = `${'x = 1\n'.repeat(500)}y = "some/path/of/a/longer/file/name"\n`;
    const text = `secrets = ["azure", "${hex}", "openai"]\n${rest}`;
    assert.deepEqual(rulesIn('a.py', text), ['azureopenai-api-key']);
    assert.deepEqual(rulesIn('a.py', text.replace('"azure", "', '"azure=')), ['azureopenai-api-key']);
    const password = ['aš1ı', 'AŁbŢ', 'šŁıa', '1ŢAb'].join('');
    assert.deepEqual(rulesIn('a.py', `u = "postgres://u:${password}@db/x"\n`), ['database-url-password']);
  });

  it('where others are scanned between its steps', () => {
    const key = madeKey('openai-project-key');
    const documents = [
      { path: 'a.ts', text: `f("${key}");\ng("${key.slice(0, 40)}" + "${key.slice(40)}");\n` },
      { path: 'b.py', text: `k = "${key.slice(0, 9)}"\n${'x = 1\n'.repeat(100)}y = "${key}"\n`.repeat(20) },
      { path: 'c.log', text: 'id 7f3a9c2e-6a1b-4f7e-9d55-0c8a1e2b3d4f\n'.repeat(50) },
    ];
    const scans = documents.map((document) => ({
      steps: scanSteps(document),
      count: 0,
      found: [] as unknown,
    }));
    for (let left = scans.length; left > 0; )
      for (const scan of scans) {
        const { done, value } = scan.steps.next();
        if (done !== true) scan.count++;
        else if (value !== undefined) {
          scan.found = value;
          left--;
        }
      }
    for (const [index, { count, found }] of scans.entries()) {
      const document = documents[index];
      assert.ok(document !== undefined && count > 3, 'in steps');
      assert.deepEqual(found, scanDocument(document));
    }
  });

  it('for every kind, wherever developers leave it', () => {
    let keys = 0;
    for (const [index, detector] of detectors.entries())
      for (const kind of kindsOf(detector)) {
        const filling: Filling = {
          key: kind.example(randomText(index)),
          env: kind.envName,
          id: detector.id,
          brand: detector.title.replace(/\W/g, ''),
          host: `api.${detector.id}.com`,
        };
        for (const [path, write] of places.filter((_, place) => place % 5 === (index + 2) % 5))
          keys += assertSame(path, write(filling));
      }
    assert.ok(keys > 1000);
  });

  it('whatever stands before and behind a key, and however it is cut', () => {
    const edges = [
      '',
      '"',
      "'",
      '\\n',
      '\\"',
      '\\u0022',
      '%22',
      '_',
      '-',
      'x',
      '=',
      'a=',
      '${X:-',
      '\u001b[31m',
      '<!--',
    ];
    let keys = 0;
    for (const [index, { kinds }] of detectors.entries())
      for (const { example } of kinds) {
        const key = example(randomText(index + 7));
        const before = edges[index % edges.length] ?? '';
        const texts = edges.map((edge) => `${edge}${key}${before}`);
        for (let length = key.length; length > 0; length -= 5)
          texts.push(`${before}${key.slice(0, length)}\n`);
        texts.push(`${key}${key}\n${key.slice(1)} ${key}.`);
        for (const text of texts) keys += assertSame('a.js', text);
      }
    assert.ok(keys > 1000);
  });
});
