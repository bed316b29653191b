import { describe, expect, test } from 'vitest'
import { isTangled } from '../../../../lib/articles/document/is-tangled'
import { parseMarkdown } from '../../../../lib/articles/document/parse-markdown'
import { plainText } from '../../../../lib/articles/document/plain-text'
import { printMarkdown } from '../../../../lib/articles/document/print-markdown'
import { renderHtml } from '../../../../lib/articles/document/render-html'
import { refusal, value } from '../../../support/people'

const parse = (markdown: string) => value(parseMarkdown(markdown))
const html = (markdown: string) => renderHtml(parse(markdown), 'ltr')

describe('Markdown becomes', () => {
  test.each([
    ['*a* **b** ~~c~~ `d`', '<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>'],
    ['**a *b***', '<p><strong>a <em>b</em></strong></p>'],
    ['a  \nb\nc', '<p>a<br />b c</p>'],
    ['# A\n\nB\n=\n\n##### C', '<h2 id="h-a">A</h2><h2 id="h-b">B</h2><h4 id="h-c">C</h4>'],
    ['## A\n\n## A', '<h2 id="h-a">A</h2><h2 id="h-a-2">A</h2>'],
    ['- a\n- b\n  1. c', '<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>'],
    ['3. a\n\n   b', '<ol start="3"><li><p>a</p><p>b</p></li></ol>'],
    ['> a\n>\n> ---', '<blockquote><p>a</p><hr /></blockquote>'],
    ['```js\n<b>\n```', '<pre dir="ltr" data-language="js"><code>&lt;b&gt;</code></pre>'],
    [
      '|a|b|\n|-|:-:|\n|1|',
      '<div class="table-box" role="group" aria-label="a, b" tabindex="0"><table><thead><tr><th scope="col">a</th><th scope="col" align="center">b</th></tr></thead><tbody><tr><td>1</td><td align="center"></td></tr></tbody></table></div>',
    ],
    ['[a](https://b.cd/ "t") [e](#f)', '<p><a href="https://b.cd/" title="t">a</a> <a href="#f">e</a></p>'],
    ['see www.b.cd', '<p>see <a href="http://www.b.cd">www.b.cd</a></p>'],
    ['[a][r]\n\n[r]: /b', '<p><a href="/b">a</a></p>'],
    [
      '![x](/m/a.jpg#wide "c")',
      '<figure data-width="wide"><img src="/m/a.jpg" alt="x" fetchpriority="high" decoding="async" /><figcaption>c</figcaption></figure>',
    ],
    [
      'a ![x](/a.jpg) b',
      '<p>a</p><figure><img src="/a.jpg" alt="x" loading="lazy" decoding="async" /></figure><p>b</p>',
    ],
    ['مرحبا\n\nhello', '<p dir="rtl">مرحبا</p><p>hello</p>'],
  ])('%j', (markdown, expected) => {
    expect(html(markdown)).toBe(expected)
  })
})

describe('what the schema has no place for', () => {
  test.each([
    ['HTML', '<b onclick="x">a</b>', '<p>&lt;b onclick="x"&gt;a&lt;/b&gt;</p>'],
    ['a block of HTML', '<script>\nalert(1)\n</script>', '<p>&lt;script&gt; alert(1) &lt;/script&gt;</p>'],
    ['an unsafe link loses the link', '[a](javascript:alert(1)) [b](data:text/html,x)', '<p>a b</p>'],
    ['a scheme with a tab in it', '[a](java&#9;script:x)', '<p>a</p>'],
    [
      'a picture from elsewhere is a link',
      '![a](https://b.cd/e.png)',
      '<p><a href="https://b.cd/e.png">a</a></p>',
    ],
    ['a picture without a protocol', '![a](//b.cd/e.png)', '<p>![a](//b.cd/e.png)</p>'],
    ['a target that leads nowhere', '[a](b)', '<p>[a](b)</p>'],
    ['a definition nobody uses', '[a]: http://b.cd', '<p>[a]: http://b.cd</p>'],
    ['a call of no note', 'a[^1]', '<p>a[^1]</p>'],
    ['a note nobody calls', 'a\n\n[^1]: b\n\nc', '<p>a</p><p>c</p><p>[^1]: b</p>'],
    ['a note in a heading', '## a[^1]\n\n[^1]: b', '<h2 id="h-a-1">a[^1]</h2><p>[^1]: b</p>'],
    ['an unknown block', ':::spoiler\na\n:::', '<p>:::spoiler<br />a<br />:::</p>'],
    ['a video from nowhere', '::video{url="javascript:x"}', '<p>::video{url="javascript:x"}</p>'],
    ['a figure of something else', ':::figure\na\n:::', '<p>:::figure<br />a<br />:::</p>'],
    ['colons in a line', '10:30 a:b ::c', '<p>10:30 a:b ::c</p>'],
  ])('%s', (_name, markdown, expected) => {
    expect(html(markdown)).toBe(expected)
    expect(parse(printMarkdown(parse(markdown)))).toEqual(parse(markdown))
  })

  test('is kept as typed below sixteen levels, and nothing is lost', () => {
    for (const mark of ['> ', '- ', '1. ']) {
      const doc = parse(`${mark.repeat(20)}deep down`)
      expect(plainText(doc)).toContain('deep down')
      expect(parse(printMarkdown(doc))).toEqual(doc)
      expect(renderHtml(doc, 'ltr').match(/<(?:blockquote|[uo]l)/g)).toHaveLength(16)
    }
  })
})

/** Each keeps a naive parser busy for minutes or overflows its stack. */
const HOSTILE: readonly (readonly [string, string])[] = [
  ['quotes', '>'.repeat(10_000) + 'a'],
  ['quotes and blanks', '> '.repeat(99_000) + 'a'],
  ['lists in lists', '- '.repeat(99_000) + 'a'],
  ['numbers in numbers', '1. '.repeat(60_000) + 'a'],
  ['many nested lists', '- - a\n'.repeat(33_000)],
  ['deeper by indentation', Array.from({ length: 300 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n')],
  ['brackets', '['.repeat(99_000) + ']'.repeat(99_000)],
  ['links that never end', '[a]('.repeat(50_000)],
  ['emphasis that never ends', 'a**'.repeat(66_000)],
  ['underlined headings', 'a\n=\n'.repeat(50_000)],
  ['lines of one paragraph', 'a|b\n'.repeat(50_000)],
  ['a wide table over short rows', `${'|a'.repeat(20_000)}\n${'|-'.repeat(20_000)}\n${'|\n'.repeat(50_000)}`],
  ['40,000 lines of quotes', '> a\n'.repeat(40_000)],
  ['40,000 quotes of one line', '> a\n\n'.repeat(40_000)],
  ['50,000 items in runs', `${'- a\n'.repeat(100)}\nw\n\n`.repeat(480)],
  ['blocks that never end', ':::note\na\n'.repeat(20_000)],
  ['15,000 tables', '|a|\n|-|\n\n'.repeat(15_000)],
  ['brackets in two hundred paragraphs', `${'['.repeat(999)}a\n\n`.repeat(199)],
  ['33,000 addresses of mail', 'a@b.c '.repeat(33_000)],
  ['behind a fence that is none', `- \`\`\`\n\n${'[a]('.repeat(40_000)}`],
]

describe('hostile texts', () => {
  test.each(HOSTILE)(
    '%s: read within seconds, and every letter kept',
    (_name, markdown) => {
      const doc = parse(markdown)
      const rendered = renderHtml(doc, 'ltr')
      printMarkdown(doc)
      expect(rendered.match(/a/g)?.length ?? 0).toBeGreaterThanOrEqual(markdown.includes('a') ? 1 : 0)
    },
    60_000,
  )

  test('a tangled text stays as it is, saved again and again', () => {
    const markdown = `${'>'.repeat(10_000)} a\nb\n\nc`
    const doc = parse(markdown)
    expect(plainText(doc)).toBe(markdown)
    expect(parse(printMarkdown(doc))).toEqual(doc)
  })

  test('lists go as deep by blanks as by marks, and no deeper: below that the text is plain words', () => {
    const stairs = (most: number, by: string): string =>
      Array.from({ length: most }, (_, i) => `${by.repeat(i)}- a`).join('\n')
    for (const [deepest, by] of [
      [89, '  '],
      [45, '\t'],
    ] as const) {
      expect(isTangled(stairs(deepest, by))).toBe(false)
      expect(isTangled(stairs(deepest + 1, by))).toBe(true)
    }
    const flights = (count: number): string =>
      Array.from({ length: count }, () => stairs(80, '  ')).join('\n')
    expect(isTangled(flights(6))).toBe(false)
    expect(isTangled(flights(7))).toBe(true)
    expect(isTangled(`- a\n${' '.repeat(300)}words\n\n\`\`\`\n${' '.repeat(300)}- a\n\`\`\``)).toBe(false)
    const ordered = parse(
      Array.from({ length: 15 }, (_, i) => `${' '.repeat(11 * i)}999999999. a`).join('\n'),
    )
    expect(parse(printMarkdown(ordered))).toEqual(ordered)
    expect(plainText(parse(stairs(300, '  ')))).toContain('- a')
  })

  test('a long list is a list: a thousand items apart, ten thousand together', () => {
    expect(parse('- a\n\n'.repeat(1_000)).content[0]?.type).toBe('bulletList')
    const chapters = parse(`${'- a\n'.repeat(1_000)}\nw\n\n`.repeat(10))
    expect(chapters.content.filter(({ type }) => type === 'bulletList')).toHaveLength(10)
  })

  test('the longest of pieces, with marks in every line and many addresses, is read', () => {
    const line = 'The *harbour* keeps [its](/a) own **time**; ask <b@c.example> or _write_ to d@e.example. '
    const doc = parse(`${line.repeat(4)}\n\n`.repeat(500))
    expect(doc.content).toHaveLength(500)
    expect(JSON.stringify(doc.content[0])).toContain('"type":"strong"')
  })

  test('code with many marks is code, not a tangle', () => {
    const code = 'a * b ** c[d] _e_\n'.repeat(2_000)
    expect(parse(`\`\`\`\n${code}\`\`\``).content[0]?.type).toBe('codeBlock')
  })

  test('200,000 characters are read, one more is refused with a sentence at the field', () => {
    expect(plainText(parse('ab c '.repeat(40_000))).length).toBe(199_999)
    for (const text of ['a'.repeat(200_001), '😀'.repeat(200_001), 'a'.repeat(1_000_000)]) {
      const error = refusal(parseMarkdown(text))
      expect(error.code).toBe('invalid')
      expect(error.fields?.text).toContain('200,000')
    }
  })
})
