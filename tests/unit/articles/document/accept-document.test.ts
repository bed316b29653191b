import { describe, expect, test } from 'vitest'
import { acceptDocument } from '../../../../lib/articles/document/accept-document'
import { refusal, value } from '../../../support/people'

const doc = (...content: unknown[]) => ({ type: 'doc', content })
const words = (text: string, ...marks: unknown[]) => ({ type: 'text', text, marks })
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
const link = (href: string) => words('a', { type: 'link', attrs: { href } })

const accepted = (...content: unknown[]) => value(acceptDocument(doc(...content))).content
const refused = (json: unknown) => refusal(acceptDocument(json)).fields?.text

describe('what an editor sends', () => {
  test('is stored in its one spelling', () => {
    expect(accepted(paragraph(words(' a '), words('b '), { type: 'hardBreak' }))).toEqual([
      paragraph(words('a b')),
    ])
    expect(accepted({ type: 'paragraph' }, { type: 'heading', attrs: { level: 3 } })).toEqual([])
    expect(accepted({ type: 'blockquote' })).toEqual([{ type: 'blockquote', content: [paragraph()] }])
    expect(accepted(paragraph(words('a'), { type: 'footnote', content: [words(' ')] }))).toEqual([
      paragraph(words('a')),
    ])
  })

  test('gets the defaults of what it leaves out, and loses what only an editor knows', () => {
    expect(accepted({ type: 'figure', attrs: { src: '/media/a.jpg', class: 'selected' } })).toEqual([
      {
        type: 'figure',
        attrs: { src: '/media/a.jpg', alt: '', decorative: false, credit: '', width: 'column', focus: '' },
        content: [],
      },
    ])
    expect(accepted({ ...paragraph({ type: 'text', text: 'a' }), attrs: { textAlign: 'left' } })).toEqual([
      paragraph(words('a')),
    ])
  })

  test('puts marks in order, each once', () => {
    expect(accepted(paragraph(words('a', { type: 'em' }, { type: 'strong' }, { type: 'em' })))).toEqual([
      paragraph(words('a', { type: 'strong' }, { type: 'em' })),
    ])
  })

  test('makes a table of whatever cells are in its first row headings', () => {
    const cell = (...content: unknown[]) => ({ type: 'tableCell', attrs: { colspan: 1 }, content })
    expect(
      accepted({
        type: 'table',
        content: [{ type: 'tableRow', content: [cell(paragraph(words('a')), paragraph(words('b')))] }],
      }),
    ).toEqual([
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableHeader', attrs: { align: null }, content: [paragraph(words('a b'))] }],
          },
        ],
      },
    ])
  })
})

describe('refused with a sentence at the text', () => {
  test.each([
    ['an unknown node, by its name', doc({ type: 'iframe', attrs: { src: '/a' } }), '“iframe”'],
    ['an unknown mark, by its name', doc(paragraph(words('a', { type: 'underline' }))), '“underline”'],
    ['a node named like a property of objects', doc({ type: 'constructor' }), '“constructor”'],
    ['a script link', doc(paragraph(link('javascript:alert(1)'))), 'nowhere safe'],
    ['a picture from elsewhere', doc({ type: 'figure', attrs: { src: 'https://b.cd/a.png' } }), 'elsewhere'],
    ['a picture of data', doc({ type: 'figure', attrs: { src: 'data:image/svg+xml,x' } }), 'elsewhere'],
    ['a card with a script', doc({ type: 'embed', attrs: { url: 'javascript:x' } }), 'nowhere safe'],
    ['a block where a word belongs', doc(paragraph(paragraph())), 'cannot be'],
    ['nothing', null, 'object'],
    ['a list', [], 'cannot hold'],
  ])('%s', (_name, json, sentence) => {
    const said = refused(json)
    if (sentence === 'cannot be') expect(said).toMatch(/Take it out and save again/)
    else expect(said).toContain(sentence)
  })

  test('10,000 quotes inside one another, and 5 MB of text, before anything walks into them', () => {
    let deep: unknown = paragraph(words('a'))
    for (let i = 0; i < 10_000; i += 1) deep = { type: 'blockquote', content: [deep] }
    expect(refused(doc(deep))).toContain('sixteen deep')
    expect(refused(doc(paragraph(words('a'.repeat(5_000_000)))))).toContain('200,000')
    expect(refused({ type: 'doc', content: Array.from({ length: 250_000 }, () => paragraph()) })).toContain(
      '200,000',
    )
  })
})
