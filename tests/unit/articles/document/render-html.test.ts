import { describe, expect, test } from 'vitest'
import { findTk } from '../../../../lib/articles/document/find-tk'
import { piecesLinkedIn } from '../../../../lib/articles/document/links-in'
import { parseMarkdown } from '../../../../lib/articles/document/parse-markdown'
import { picturesOf } from '../../../../lib/articles/document/pictures-of'
import { plainText } from '../../../../lib/articles/document/plain-text'
import { printMarkdown } from '../../../../lib/articles/document/print-markdown'
import { renderHtml } from '../../../../lib/articles/document/render-html'
import { NO_FACTS } from '../../../../lib/articles/document/rendering'
import { pieceLink } from '../../../../lib/articles/document/piece-link'
import { picturePath } from '../../../../lib/media/media-address'
import { value } from '../../../support/people'

const parse = (markdown: string) => value(parseMarkdown(markdown))
const html = (markdown: string, facts = NO_FACTS) => renderHtml(parse(markdown), 'ltr', facts)

const name = '0123456789abcdef0123456789'
const src = picturePath(name)
const picture = { name, width: 1600, height: 900, colour: '#336699', widths: [320, 1600] }
const facts = { ...NO_FACTS, pictures: new Map([[src, picture]]) }

describe('notes', () => {
  test('are numbered by their places, stand with the block that calls them, and lead back', () => {
    expect(html('a[^x] b[^1]\n\nc\n\n- d[^1]\n\n[^1]: *one*\n[^x]: x\n\n    y')).toBe(
      '<div class="noted"><p>a<sup><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup> ' +
        'b<sup><a href="#fn-2" id="fnref-2" role="doc-noteref">2</a></sup></p>' +
        '<ol class="notes"><li id="fn-1">x<br /><br />y <a href="#fnref-1" role="doc-backlink" aria-label="Back to 1">↩</a></li>' +
        '<li id="fn-2"><em>one</em> <a href="#fnref-2" role="doc-backlink" aria-label="Back to 2">↩</a></li></ol></div>' +
        '<p>c</p><div class="noted"><ul><li>d<sup><a href="#fn-3" id="fnref-3" role="doc-noteref">3</a></sup></li></ul>' +
        '<ol class="notes" start="3"><li id="fn-3"><em>one</em> <a href="#fnref-3" role="doc-backlink" aria-label="Back to 3">↩</a></li></ol></div>',
    )
  })

  test('are renumbered in Markdown, and read last in plain text', () => {
    const doc = parse('a[^late] b[^early]\n\n[^early]: E\n[^late]: L')
    expect(printMarkdown(doc)).toBe('a[^1] b[^2]\n\n[^1]: L\n\n[^2]: E')
    expect(plainText(doc)).toBe('a b\n\nL\n\nE')
  })

  test('called again and again do not make a short text a long one', () => {
    const doc = parse(`${'[^1]'.repeat(900)}\n\n[^1]: ${'a '.repeat(50_000)}`)
    expect(plainText(doc).length).toBeLessThan(400_000)
    expect(plainText(doc)).toContain('[^1]')
  })
})

describe('figures', () => {
  test('of the library come in every size and format, with their own size and colour', () => {
    expect(html(`a\n\n:::figure{wide credit="J. Doe"}\n![A ferry](${src})\n\nOut *late*\n:::`, facts)).toBe(
      '<p>a</p><figure data-width="wide"><picture>' +
        `<source type="image/avif" srcset="/media/${name}-320.avif 320w, /media/${name}-1600.avif 1600w" sizes="(min-width: 56rem) 52rem, 100vw" />` +
        `<source type="image/webp" srcset="/media/${name}-320.webp 320w, /media/${name}-1600.webp 1600w" sizes="(min-width: 56rem) 52rem, 100vw" />` +
        `<img src="/media/${name}-1600.jpg" srcset="/media/${name}-320.jpg 320w, /media/${name}-1600.jpg 1600w" sizes="(min-width: 56rem) 52rem, 100vw" ` +
        'width="1600" height="900" alt="A ferry" loading="lazy" decoding="async" data-colour="#336699" /></picture>' +
        '<figcaption>Out <em>late</em> <small class="credit">J. Doe</small></figcaption></figure>',
    )
  })

  test('that say nothing have no words for those who cannot see them', () => {
    expect(html(':::figure{decorative}\n![x](/a.jpg)\n:::')).toContain('alt=""')
  })

  test('stand together in a gallery, each with what must stay in sight', () => {
    expect(
      html(
        '::::gallery{full}\n![a](/a.jpg)\n![b](/b.jpg#wide)\n\n:::figure{focus="20 100"}\n![](/c.jpg)\n:::\n::::',
      ),
    ).toBe(
      '<div class="gallery" data-width="full"><figure><img src="/a.jpg" alt="a" loading="lazy" decoding="async" /></figure>' +
        '<figure><img src="/b.jpg" alt="b" loading="lazy" decoding="async" /></figure>' +
        '<figure data-focus="20-100"><img src="/c.jpg" alt="" loading="lazy" decoding="async" /></figure></div>',
    )
  })

  test('are found by their addresses', () => {
    expect(
      picturesOf(parse('![](/a.jpg)\n\n> ![](/a.jpg)\n\n::video{url="https://a.b" poster="/p.jpg"}')),
    ).toEqual(['/a.jpg', '/p.jpg'])
  })
})

describe('tables', () => {
  test('stand in a box that the keyboard can move, named by their headings', () => {
    expect(html('| Bridge | *Long* "wait" |\n|---|---:|\n| Mill | 12 |')).toBe(
      '<div class="table-box" role="group" aria-label="Bridge, Long &quot;wait&quot;" tabindex="0"><table>' +
        '<thead><tr><th scope="col">Bridge</th><th scope="col" align="right"><em>Long</em> "wait"</th></tr></thead>' +
        '<tbody><tr><td>Mill</td><td align="right">12</td></tr></tbody></table></div>',
    )
  })

  test('without headings have a name all the same', () => {
    expect(html('|  |  |\n|---|---|\n| a | b |')).toContain('aria-label="Table"')
  })
})

describe('cards', () => {
  test('of a video name the player and load nothing from there', () => {
    const card = html('::video{url="https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=2" title="A song"}')
    expect(card).toBe(
      '<figure class="embed" data-kind="video" data-player="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ">' +
        '<a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ&amp;t=2" rel="noopener"><span class="embed-title">A song</span>' +
        '<span class="embed-site">youtube.com</span></a></figure>',
    )
    expect(html('::video{url="https://evil.example/?youtu.be/dQw4w9WgXcQ"}')).not.toContain('data-player')
  })

  test('of a post quote it', () => {
    expect(html('::post{url="https://social.example/@a/1" title="Hello <b>" author="Ann"}')).toBe(
      '<figure class="embed" data-kind="post"><blockquote><p>Hello &lt;b&gt;</p></blockquote>' +
        '<figcaption><a href="https://social.example/@a/1" rel="noopener">Ann · social.example</a></figcaption></figure>',
    )
  })
})

describe('callouts', () => {
  test('say in words what they are', () => {
    expect(html(':::warning\nMind the *gap*\n:::')).toBe(
      '<div class="callout" role="note" data-tone="warning"><p class="callout-title">Warning</p><p>Mind the <em>gap</em></p></div>',
    )
    expect(html(':::note[Why *now*]\na\n:::')).toContain('<p class="callout-title">Why now</p>')
  })
})

describe('code', () => {
  test('of a known language is coloured by classes, of another plain', () => {
    expect(html('```js\nlet a = "<b>"\n```')).toBe(
      '<pre dir="ltr" data-language="js"><code><span class="hl-keyword">let</span> a = <span class="hl-string">"&lt;b&gt;"</span></code></pre>',
    )
    expect(html('```cobol\nMOVE 1\n```')).toBe(
      '<pre dir="ltr" data-language="cobol"><code>MOVE 1</code></pre>',
    )
    expect(html(`\`\`\`js\n${'let a\n'.repeat(10_000)}\`\`\``)).not.toContain('<span')
  })
})

describe('links to pieces', () => {
  const doc = `[a](${pieceLink('id-1')}#h-x) [b](${pieceLink('id-2')})`
  test('lead to the address of a public one, and keep their own for others', () => {
    expect(html(doc, { ...NO_FACTS, pieces: new Map([['id-1', '/articles/ferry']]) })).toBe(
      '<p><a href="/articles/ferry#h-x">a</a> <a href="/pieces/id-2">b</a></p>',
    )
    expect(piecesLinkedIn(parse(doc))).toEqual(['id-1', 'id-2'])
  })
})

describe('what is still to come', () => {
  test('is found with the words around it, wherever it stands', () => {
    const doc = parse(
      'It cost TK pounds.\n\n`TK` in ATKINS, tk\n\n- T**K**[^1]\n\n![TKTK](/a.jpg)\n\n[^1]: TK:\n\n```\nTK\n```',
    )
    expect(findTk(doc)).toEqual([
      { block: 0, excerpt: 'It cost TK pounds.' },
      { block: 1, excerpt: 'TK in ATKINS, tk' },
      { block: 2, excerpt: 'TK' },
      { block: 2, excerpt: 'TK:' },
      { block: 3, excerpt: 'TKTK' },
    ])
  })
})
