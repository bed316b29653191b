import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { acceptDocument } from '../../../lib/articles/document/accept-document'
import { renderHtml } from '../../../lib/articles/document/render-html'
import { asPasted } from './as-pasted'

const SHARED = new URL('../../../../shared/testdata/xss/dompurify-expect.json', import.meta.url)
const isHere = existsSync(SHARED)

/** A few of our own, for where the collection is not. */
const OWN = [
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<svg><script>alert(1)</script></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<div data-embed="post" data-url="javascript:alert(1)">x</div>',
  '<figure data-figure><img src="javascript:alert(1)"></figure>',
  '"><script>alert(1)</script>',
  'javascript:alert(1)',
]

const payloads = (): readonly string[] => {
  const cases: unknown = isHere ? JSON.parse(readFileSync(SHARED, 'utf8')) : []
  const found = Array.isArray(cases) ? cases.map((one: { payload: unknown }) => String(one.payload)) : []
  return [...OWN, ...found]
}

const ADDRESS = /^(?:https?:\/\/|mailto:|[/#?])/i

/** Nothing in it can run: no script, no handler, no address of another kind. */
const expectHarmless = (html: string, payload: string): void => {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const element of page.body.querySelectorAll('*')) {
    expect(element.localName, payload).not.toMatch(
      /^(?:script|style|iframe|object|embed|svg|math|form|input|base|link|meta)$/,
    )
    for (const { name, value } of element.attributes) {
      expect(name, payload).not.toMatch(/^(?:on|style|srcdoc|formaction|xlink)/i)
      if (name === 'href' || name === 'src') expect(value, payload).toMatch(ADDRESS)
    }
  }
}

describe(`script injections${isHere ? '' : ' (ours only: the shared test data is not here)'}`, () => {
  test('pasted as a page, become words or nothing', () => {
    for (const payload of payloads()) expectHarmless(renderHtml(asPasted(payload), 'ltr'), payload)
  })

  test('in every place of an editor’s document, are refused or stay words', () => {
    const text = (words: string, marks: readonly unknown[] = []) => ({
      type: 'text',
      text: words || 'x',
      marks,
    })
    const places = (payload: string) => [
      { type: 'paragraph', content: [text(payload), { type: 'footnote', content: [text(payload)] }] },
      {
        type: 'paragraph',
        content: [text('x', [{ type: 'link', attrs: { href: payload, title: payload } }])],
      },
      { type: 'paragraph', content: [text('x', [{ type: 'link', attrs: { href: '/a', title: payload } }])] },
      { type: 'codeBlock', attrs: { language: payload }, content: [text(payload)] },
      { type: 'figure', attrs: { src: payload, alt: payload } },
      {
        type: 'figure',
        attrs: { src: '/media/a.jpg', alt: payload, credit: payload },
        content: [text(payload)],
      },
      { type: 'figure', attrs: { src: '/media/a.jpg', alt: '', width: payload, focus: payload } },
      { type: 'embed', attrs: { kind: 'video', url: payload, title: payload } },
      {
        type: 'embed',
        attrs: { kind: 'post', url: 'https://a.example', title: payload, author: payload, poster: payload },
      },
      { type: 'callout', attrs: { tone: 'note', title: payload }, content: [{ type: 'paragraph' }] },
      { type: payload },
    ]
    let [taken, refused] = [0, 0]
    for (const payload of payloads())
      for (const place of places(payload)) {
        const accepted = acceptDocument({ type: 'doc', content: [place] })
        if (accepted.ok) expectHarmless(renderHtml(accepted.value, 'ltr'), payload)
        if (accepted.ok) taken += 1
        else refused += 1
      }
    expect(taken).toBeGreaterThan(20)
    expect(refused).toBeGreaterThan(20)
  })
})
