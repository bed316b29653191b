import { describe, expect, test } from 'vitest'
import { suggestNote } from '../../../lib/articles/suggest-note'
import { diffBlocks } from '../../../lib/articles/diff-blocks'
import { parseMarkdown } from '../../../lib/articles/document/parse-markdown'
import { diffWords } from '../../../lib/kernel/diff-words'
import { refusal, value } from '../../support/people'
import { studio } from './studio'

const blocks = (before: string, after: string) =>
  diffBlocks(value(parseMarkdown(before)).content, value(parseMarkdown(after)).content)

describe('what is suggested to readers', () => {
  test.each([
    ['The bridge is forty metres long.', 'The bridge is fifty metres long.', '“forty” now reads “fifty”.'],
    ['One.\n\nTwo stands.', 'One.\n\nTwo stands.\n\nA third paragraph.', 'One paragraph was added.'],
    ['One.\n\nQuite another thing.', 'One.', 'One paragraph was taken out.'],
    [
      'It is open on Monday.\n\nGone soon, all of it.',
      'It is open on Tuesday.',
      '“Monday” now reads “Tuesday”; one paragraph was taken out.',
    ],
    ['The same.', 'The same.', ''],
  ])('%s → %s', (before, after, words) => {
    expect(suggestNote({ lines: [], blocks: blocks(before, after) })).toBe(words)
  })

  test('names the title, quotes no more than a line of a long passage, and counts what is left over', () => {
    const title = suggestNote({
      lines: [{ line: 'title', runs: diffWords('Old ropes', 'New ropes') }],
      blocks: [],
    })
    expect(title).toBe('“Old” now reads “New”.')
    const long = suggestNote({ lines: [], blocks: blocks('It holds.', `It holds. ${'word '.repeat(40)}`) })
    expect(long.length).toBeLessThan(90)
    const [a, b] = ['a b c d e f g h i j k l', 'a 1 c 2 e 3 g 4 i 5 k 6']
    expect(
      suggestNote({ lines: [], blocks: [{ kind: 'changed', from: 0, to: 0, runs: diffWords(a, b) }] }),
    ).toMatch(/; 3 more changes were made\.$/)
  })
})

describe('a note made from a comparison', () => {
  test('stands in the draft with the day it was made, and reaches readers with the next publishing', async () => {
    const { stet, writer, editor, publicPiece, open, publish, read, ports } = await studio()
    const articleId = await publicPiece('Ropes')
    const note = async (words: string, by = writer) =>
      stet.articles.noteChange(by, {
        ...{ articleId, version: (await open(articleId)).version, kind: 'correction', words },
      })
    value(await note('  It is fifty\nmetres. '))
    expect((await read('ropes'))?.notes).toEqual([])
    value(await publish(articleId))
    const on = new Date(ports.clock.now()).toISOString().slice(0, 10)
    expect((await read('ropes'))?.notes).toEqual([{ on, kind: 'correction', text: 'It is fifty metres.' }])
    expect(ports.tables.audit.some(({ action }) => action === 'note.change')).toBe(true)

    expect(refusal(await note(' \n ')).fields).toHaveProperty('words')
    expect(refusal(await note('a'.repeat(501))).fields).toHaveProperty('words')
    const late = { articleId, version: 1, kind: 'update', words: 'x' } as const
    expect(refusal(await stet.articles.noteChange(editor, late)).code).toBe('conflict')
    expect(refusal(await stet.articles.noteChange({ kind: 'guest', guestId: 'g' }, late)).code).toBe(
      'unauthenticated',
    )
  })
})
