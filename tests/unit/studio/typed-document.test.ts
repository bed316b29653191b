import { describe, expect, it } from 'vitest'
import { mergeTyped } from '../../../components/studio/merge-typed'
import { valuesOf } from '../../../components/studio/piece-values'
import { isTextOf, isWhatWasSent, mergeDocuments } from '../../../components/studio/typed-document'
import type { Doc } from '../../../lib/articles/document/document'
import { aStudioPiece } from './a-studio-piece'

/** As an editor sends paragraphs: no marks, no content where there is none, a line to go on in. */
const written = (...lines: readonly string[]): string =>
  JSON.stringify({
    type: 'doc',
    content: [...lines, ''].map((text) => ({
      type: 'paragraph',
      ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
    })),
  })
const stored = (...lines: readonly string[]): Doc => ({
  type: 'doc',
  content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', marks: [], text }] })),
})

describe('whether a piece holds what was written', () => {
  const piece = aStudioPiece({ text: 'Hemp.\n\nJute.', content: stored('Hemp.', 'Jute.') })
  it.each([
    ['on the sheet', { text: 'old', document: written('Hemp.', 'Jute.') }, true],
    ['on the sheet, with more', { text: 'old', document: written('Hemp.', 'Jute.', 'Sisal.') }, false],
    ['in Markdown', { text: 'Hemp.\r\n\r\nJute.', document: '' }, true],
    ['in Markdown, with less', { text: 'Hemp.', document: '' }, false],
    ['as no document at all', { text: 'Hemp.\n\nJute.', document: '{' }, false],
  ])('%s', (_, typed, expected) => {
    expect(isTextOf(piece, { ...valuesOf(piece), ...typed })).toBe(expected)
  })
})

describe('whether what a device kept has arrived', () => {
  const piece = aStudioPiece({ title: 'Ropes', text: 'Hemp.', slug: 'ropes', content: stored('Hemp.') })
  const kept = { ...valuesOf(piece), text: 'older', document: written('Hemp.'), slug: '' }
  it('it has, whichever surface it was typed on and whichever address the piece got for it', () => {
    expect(isWhatWasSent(piece, kept)).toBe(true)
    expect(isWhatWasSent(piece, { ...kept, text: 'Hemp.', document: '' })).toBe(true)
  })

  it('it has not, where a word or any other field is different', () => {
    expect(isWhatWasSent(piece, { ...kept, document: written('Hemp!') })).toBe(false)
    expect(isWhatWasSent(piece, { ...kept, dek: 'Of grass' })).toBe(false)
  })
})

describe('what a colleague saved meanwhile', () => {
  it('comes in where the other places were left alone', () => {
    const merged = mergeDocuments(
      written('One.', 'Between.', 'Two.'),
      written('One.', 'Between.', 'Two, and more.'),
      stored('First.', 'Between.', 'Two.'),
    )
    expect(merged && JSON.parse(merged)).toEqual(stored('First.', 'Between.', 'Two, and more.'))
  })

  it('is for the next save to settle where both wrote', () => {
    expect(mergeDocuments(written('One.'), written('One!'), stored('One?'))).toBeNull()
  })

  it('takes the place of a text that nobody went on with, on the sheet as in Markdown', () => {
    const piece = aStudioPiece({ text: 'Theirs.', content: stored('Theirs.'), dek: 'Standfirst' })
    const sent = { ...valuesOf(aStudioPiece()), document: written('Mine.') }
    expect(mergeTyped(sent, { ...sent, title: 'Knots' }, piece)).toMatchObject({
      text: 'Theirs.',
      document: '',
      title: 'Knots',
      dek: 'Standfirst',
    })
    expect(mergeTyped(sent, { ...sent, document: '', text: 'In Markdown now.' }, piece)).toBeNull()
  })
})
