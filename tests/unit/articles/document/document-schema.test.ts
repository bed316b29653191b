import { describe, expect, test } from 'vitest'
import { readDocument } from '../../../../lib/articles/document/document-schema'

const doc = (...content: unknown[]) => ({ type: 'doc', content })
const words = (text: string, marks: unknown[] = []) => ({ type: 'text', text, marks })
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
const link = (href: string) => words('a', [{ type: 'link', attrs: { href, title: '' } }])
const figure = (src: string) => ({
  type: 'figure',
  attrs: { src, alt: '', decorative: false, credit: '', width: 'column', focus: '' },
  content: [],
})

const nested = (depth: number): unknown => {
  let inner: unknown = paragraph(words('a'))
  for (let i = 0; i < depth; i += 1) inner = { type: 'blockquote', content: [inner] }
  return doc(inner)
}

describe('the closed schema', () => {
  test('takes what it knows', () => {
    for (const known of [
      doc(),
      doc(paragraph(words('a'))),
      doc(paragraph(link('/a'))),
      doc(figure('/a.png')),
      nested(16),
    ])
      expect(readDocument(known)).toEqual(known)
  })

  test.each([
    ['nothing', null],
    ['a string', 'doc'],
    ['an unknown node', doc({ type: 'iframe', attrs: { src: '/a' } })],
    ['an unknown mark', doc(paragraph(words('a', [{ type: 'underline' }])))],
    ['an unknown attribute', doc({ ...paragraph(words('a')), attrs: { onclick: 'x' } })],
    ['an empty text', doc(paragraph(words('')))],
    ['a line break in a text', doc(paragraph(words('a\nb')))],
    ['a heading of level 1', doc({ type: 'heading', attrs: { level: 1 }, content: [words('a')] })],
    ['a script link', doc(paragraph(link('javascript:alert(1)')))],
    ['a link with a tab', doc(paragraph(link('java\tscript:alert(1)')))],
    ['a link to another host without a scheme', doc(paragraph(link('//b.cd')))],
    ['the same by back slash', doc(paragraph(link('/\\b.cd')))],
    ['a picture from elsewhere', doc(figure('https://b.cd/a.png'))],
    ['a picture without a scheme', doc(figure('//b.cd/a.png'))],
    ['a picture of data', doc(figure('data:image/svg+xml,x'))],
    ['marks twice', doc(paragraph(words('a', [{ type: 'em' }, { type: 'em' }])))],
    ['an empty list', doc({ type: 'bulletList', content: [] })],
    [
      'a table with rows of two lengths',
      doc({ type: 'table', content: [row('tableHeader', 2), row('tableCell', 1)] }),
    ],
  ])('refuses %s', (_name, json) => {
    expect(readDocument(json)).toBeNull()
  })

  test('refuses what is too large or too deep before anything walks into it', () => {
    expect(
      readDocument({ type: 'doc', content: Array.from({ length: 250_000 }, () => paragraph()) }),
    ).toBeNull()
    expect(readDocument(nested(100_000))).toBeNull()
    expect(readDocument(nested(50))).toBeNull()
  })
})

function row(type: string, cells: number) {
  const content = Array.from({ length: cells }, () => ({
    type,
    attrs: { align: null },
    content: [paragraph()],
  }))
  return { type: 'tableRow', content }
}
