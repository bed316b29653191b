import { describe, expect, it } from 'vitest'
import { ANONYMOUS } from '../../../lib/kernel/actor'
import { value } from '../../support/people'
import { studio } from './studio'

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const doc = (...content: readonly unknown[]): string => JSON.stringify({ type: 'doc', content })
const linked = (href: string) => ({
  type: 'paragraph',
  content: [{ type: 'text', text: 'here', marks: [{ type: 'link', attrs: { href } }] }],
})
/** JSON.stringify itself could not write this one. */
const deep = (levels: number): string =>
  `${'{"type":"blockquote","content":['.repeat(levels)}${']}'.repeat(levels)}`

const HOSTILE: Readonly<Record<string, string>> = {
  'a script URL': doc(linked('javascript:alert(1)')),
  'a script URL in disguise': doc(linked('java\nscript:alert(1)')),
  'a data URL': doc(linked('data:text/html,<script>alert(1)</script>')),
  'an unknown node': doc({ type: 'iframe', attrs: { src: 'https://evil.example' } }),
  'an unknown mark': doc({
    type: 'paragraph',
    content: [{ type: 'text', text: 'a', marks: [{ type: 'onclick' }] }],
  }),
  'a node named after a method': doc({ type: 'constructor' }, { type: '__proto__' }),
  'a picture from elsewhere': doc({ type: 'figure', attrs: { src: 'https://evil.example/pixel.png' } }),
  'a card that is a script': doc({ type: 'embed', attrs: { kind: 'video', url: 'javascript:alert(1)' } }),
  'quotes 10,000 deep': `{"type":"doc","content":[${deep(10_000)}]}`,
  'a text of 1.5 MB': doc(paragraph('rope '.repeat(300_000))),
  'a million empty paragraphs':
    `{"type":"doc","content":[${'{"type":"paragraph"},'.repeat(90_000)}{"type":"paragraph"}]}`.replace(
      /paragraph/g,
      'p',
    ),
  'a heading for a level': doc({
    type: 'heading',
    attrs: { level: { toString: 'x' } },
    content: [{ type: 'text', text: 'a' }],
  }),
  'half of it': doc(paragraph('Hemp.')).slice(0, -4),
  'a number': '7',
  'a list': '[]',
}

describe('a text written on the sheet', () => {
  it('is stored in the one spelling of documents, and is there as Markdown too', async () => {
    const { start, save, open } = await studio()
    const articleId = await start()
    const document = doc(
      { type: 'heading', attrs: { level: 3, editorsOwn: 'x' }, content: [{ type: 'text', text: 'Ropes' }] },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Hemp', marks: [{ type: 'em' }, { type: 'strong' }] },
          { type: 'footnote', content: [{ type: 'text', text: 'Older than iron.' }] },
        ],
      },
      { type: 'paragraph' },
    )
    value(await save(articleId, { title: 'Ropes', text: 'What the field held before.', document }))
    const piece = await open(articleId)
    expect(piece.text).toBe('### Ropes\n\n**_Hemp_**[^1]\n\n[^1]: Older than iron.')
    expect(piece.content.content).toHaveLength(2)
    expect(piece.html).toContain('Older than iron.')
    // The same again is stored once.
    const { version } = piece
    expect(value(await save(articleId, { title: 'Ropes', text: '', document })).version).toBe(version)
  })

  it('turns into Markdown and back without being stored', async () => {
    const { stet, writer } = await studio()
    const there = value(await stet.articles.convert(writer, { text: '', document: doc(paragraph('*Hemp*')) }))
    expect(there.text).toBe('\\*Hemp\\*')
    const back = value(await stet.articles.convert(writer, { text: there.text }))
    expect(back.document).toEqual(there.document)
    expect(await stet.articles.convert(ANONYMOUS, { text: 'a' })).toMatchObject({ ok: false })
  })

  it.each(Object.entries(HOSTILE))(
    'is refused with a sentence at its field when it holds %s',
    async (_, document) => {
      const { start, save, open } = await studio()
      const articleId = await start()
      value(await save(articleId, { title: 'Ropes', text: 'Hemp.' }))
      const refused = await save(articleId, { title: 'Ropes', text: 'Hemp.', document })
      expect(refused).toMatchObject({ ok: false, error: { code: 'invalid' } })
      expect(!refused.ok && refused.error.fields?.text).toMatch(/\w+.*\.$/)
      expect((await open(articleId)).text).toBe('Hemp.')
    },
  )
})
