import { describe, expect, test } from 'vitest'
import { storedDocument } from '../../../../lib/articles/stored-document'
import { plainText } from '../../../../lib/articles/document/plain-text'

const figure = (attrs: unknown, more = {}) => ({ type: 'figure', attrs, ...more })
const quoted = (node: unknown) => ({ type: 'doc', content: [{ type: 'blockquote', content: [node] }] })
const FIRST = { src: '/media/a.jpg', alt: 'b', width: 'wide' } as const

describe('a stored document', () => {
  test('of version 1 is read as the newest: its captions are content', () => {
    const first = quoted(figure({ ...FIRST, caption: 'A ferry' }))
    expect(storedDocument({ document: first, schemaVersion: 1, plainText: '' })).toEqual(
      quoted(
        figure(
          { ...FIRST, decorative: false, credit: '', focus: '' },
          { content: [{ type: 'text', text: 'A ferry', marks: [] }] },
        ),
      ),
    )
    const silent = quoted(figure({ ...FIRST, caption: '' }))
    expect(storedDocument({ document: silent, schemaVersion: 1, plainText: 'x' }).content[0]).toMatchObject({
      content: [{ type: 'figure', content: [] }],
    })
  })

  test('of a later version, too deep or broken still opens as its words', () => {
    let deep: unknown = { type: 'paragraph', content: [] }
    for (let i = 0; i < 10_000; i += 1) deep = { type: 'blockquote', content: [deep] }
    for (const document of [
      quoted({ type: 'hologram' }),
      quoted(deep),
      null,
      quoted(figure({ ...FIRST, caption: 3 })),
    ])
      expect(plainText(storedDocument({ document, schemaVersion: 3, plainText: 'Its\n\nwords' }))).toBe(
        'Its\n\nwords',
      )
  })
})
