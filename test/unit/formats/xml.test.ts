import assert from 'node:assert/strict';
import { dataAt, isSameData } from '../../../src/engine/formats/configText';
import { xml } from '../../../src/engine/formats/xml';
import { applyEdits } from '../../../src/engine/index';

/** Each value with its path, and as it is written. */
const read = (text: string): readonly (readonly [path: string, value: string, written: string])[] =>
  xml(text).values.map(({ path, value, span }) => [path.join('/'), value, text.slice(span.start, span.end)]);

const made = (text: string, path: string, write: string): string => {
  const config = xml(text);
  const value = config.values.find((one) => one.path.join('/') === path);
  assert.ok(value, path);
  const inside = { start: value.span.start, end: value.span.end };
  if (path.includes('@')) {
    inside.start++;
    inside.end--;
  }
  return applyEdits(text, config.replacements(value, inside, write, write).slice(0, 1));
};

describe('xml', () => {
  it('tells where values stand, as they are read and as they are written', () => {
    const cases: readonly (readonly [text: string, ...values: ReturnType<typeof read>])[] = [
      ['<a>b</a>', ['a/#text', 'b', 'b']],
      ['<a b="c" d = \'e"f\'/>', ['a/@b', 'c', '"c"'], ['a/@d', 'e"f', `'e"f'`]],
      ['<a b="&lt;&#x41;&amp;"/>', ['a/@b', '<A&', '"&lt;&#x41;&amp;"']],
      ['<a>\r\n  b&gt;c \r\n</a>', ['a/#text', 'b>c', 'b&gt;c']],
      ['<a>b<!-- < c -->d</a>', ['a/#text', 'b', 'b'], ['a/#text[2]', 'd', 'd']],
      ['<a><![CDATA[ <b>&amp; ]]></a>', ['a/#text', '<b>&amp;', '<b>&amp;']],
      ['<a>x<![CDATA[]]y]]]></a>', ['a/#text', 'x', 'x'], ['a/#text[2]', ']]y]', ']]y]']],
      [
        '\uFEFF<?xml version="1.0"?>\n<a>𝒳<?p q?><b>c</b></a>',
        ['a/#text', '𝒳', '𝒳'],
        ['a/b/#text', 'c', 'c'],
      ],
      ['<!DOCTYPE a [ <!-- <a> --> ]><a b=""/>', ['a/@b', '', '""']],
      ['<n:a xmlns:n="u"><n:b>c</n:b></n:a>', ['n:a/@xmlns:n', 'u', '"u"'], ['n:a/n:b/#text', 'c', 'c']],
    ];
    for (const [text, ...values] of cases) assert.deepEqual(read(text), values, text);
  });

  it('tells elements of one name by what names them, else by their number', () => {
    const text =
      '<r><s><id>one</id><p>1</p></s><s name="two"><p>2</p></s><s><p>3</p></s><s><p>4</p></s><s name="two"/><s key="a/b"/></r>';
    assert.deepEqual(
      read(text).map(([path]) => path),
      [
        'r/s[one]/id/#text',
        'r/s[one]/p/#text',
        'r/s[two]/@name',
        'r/s[two]/p/#text',
        'r/s/p/#text',
        'r/s[2]/p/#text',
        'r/s[two][2]/@name',
        'r/s[3]/@key',
      ],
    );
  });

  it('has every value, comment and declaration in what it says', () => {
    const text = '<?p q?><!DOCTYPE a><!-- x --><a b="1"><c>2</c><c>3</c><__proto__ d="4"/></a><!-- y -->';
    const { data, values, comments } = xml(text);
    for (const { path, value } of values) assert.equal(dataAt(data, path), value);
    assert.deepEqual(comments, ['<!-- x -->', '<!-- y -->']);
    for (const [part, other] of [
      ['?p q', '?p r'],
      ['E a', 'E b'],
      ['b="1"', 'b="2"'],
      ['b="1"', 'c="1"'],
      ['>2<', '>3<'],
      ['<c>3</c>', ''],
      ['<c>3</c>', '<e>3</e>'],
      ['d="4"', ''],
    ] as const)
      assert.ok(!isSameData(data, xml(text.replace(part, other)).data), part);
    assert.ok(isSameData(data, xml(text.replaceAll('><', '>\n  <')).data));
  });

  it('writes into a value what is read back as it is', () => {
    const hostile = `a<b>&"c'`;
    assert.equal(made('<a>k</a>', 'a/#text', '${env.X}'), '<a>${env.X}</a>');
    assert.equal(made('<a b=\'k\' c="k"/>', 'a/@b', '%X%'), '<a b=\'%X%\' c="k"/>');
    for (const [text, path] of [
      ['<a>k</a>', 'a/#text'],
      ['<a b="k"/>', 'a/@b'],
      ["<a b='k'/>", 'a/@b'],
    ] as const)
      assert.deepEqual(read(made(text, path, hostile))[0]?.slice(0, 2), [path, hostile]);
    const config = xml("<a b=''/>");
    const [value] = config.values;
    assert.ok(value);
    const edit = config.replacement?.(value, hostile);
    assert.deepEqual(read(applyEdits("<a b=''/>", edit === undefined ? [] : [edit]))[0]?.[1], hostile);
  });

  it('takes an element out with its lines, and no other', () => {
    const text = '<a>\r\n  <!-- x -->\r\n  <b key="1" />\r\n  <b key="2">c</b> <d/>\r\n</a>\r\n';
    const without = (...path: string[]): string | undefined => {
      const edits = xml(text).removal(path);
      return edits && applyEdits(text, edits);
    };
    assert.equal(without('a', 'b[1]'), text.replace('  <b key="1" />\r\n', ''));
    assert.equal(without('a', 'b[2]'), text.replace('<b key="2">c</b> ', ''));
    assert.equal(without('a', 'b[3]'), undefined);
    assert.equal(without('a', 'b[1]', '@key'), undefined);
    assert.equal(without(), undefined);
  });

  it('reads a broken file up to its first error, and says nothing of it', () => {
    const cases: readonly (readonly [text: string, values: number])[] = [
      ['', 0],
      ['\u0000\ud800', 0],
      ['<a b="1"><c>2</c>', 2],
      ['<a b="1"><c>2</d></a>', 2],
      ['<a b="1" b="2"/>', 2],
      ['<a b="1">&undefined;</a>', 1],
      ['<a>1</a><b>2</b>', 1],
      ['<!DOCTYPE a [<!ENTITY x "<b>1</b>">]><a>&x;</a>', 0],
      ['<a>1 ]]> 2</a>', 0],
    ];
    for (const [text, values] of cases) {
      const config = xml(text);
      assert.equal(config.data, undefined, text);
      assert.ok(config.values.length <= values, text);
    }
  });

  it('expands no entities, and takes no time or stack for what was made to take it', () => {
    const lol = Array.from({ length: 20 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join(
      '',
    );
    const deep = 5000;
    const texts = [
      `<!DOCTYPE a [<!ENTITY e0 "ha">${lol}]><a>&e20;</a>`,
      '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a>&b;</a>',
      '<a>'.repeat(deep) + '</a>'.repeat(deep),
      '<a>'.repeat(100_000),
      `<a ${'b '.repeat(50_000)}`,
      `<a>${'<'.repeat(50_000)}</a>`,
      `<a>${'&'.repeat(50_000)}</a>`,
      `<!--${'-'.repeat(50_000)}`,
      `<a>${'<![CDATA['.repeat(20_000)}`,
    ];
    for (const text of texts) assert.equal(xml(text).data, undefined, text.slice(0, 40));
    const wide = `<a>${Array.from({ length: 10_000 }, (_, n) => `<b id="${n % 100}" c="${n}">x</b>`).join('\n')}</a>`;
    assert.equal(xml(wide).values.length, 30_000);
  });
});
