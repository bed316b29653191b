import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffBlocks } from '../../../lib/articles/diff-blocks'
import type { Block } from '../../../lib/articles/document/document'
import { ANONYMOUS } from '../../../lib/kernel/actor'
import { MINUTE } from '../../../lib/kernel/clock'
import { refusal, value } from '../../support/people'
import { studio } from './studio'

const paragraph = (text: string): Block => ({
  type: 'paragraph',
  content: [{ type: 'text', text, marks: [] }],
})
const kinds = (before: readonly string[], after: readonly string[]) =>
  diffBlocks(before.map(paragraph), after.map(paragraph)).map(({ kind, from, to }) => [kind, from, to])

describe('two texts laid over one another', () => {
  test('show what changed within a block word by word', () => {
    const [diff] = diffBlocks(
      [paragraph('The rope is made of hemp.')],
      [paragraph('The rope is made of silk.')],
    )
    expect(diff).toMatchObject({ kind: 'changed' })
    expect(diff?.kind === 'changed' && diff.runs.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'deleted', text: 'hemp' },
      { kind: 'inserted', text: 'silk' },
    ])
  })

  test('show what came, what went, and what moved', () => {
    expect(kinds(['a one', 'b two', 'c three'], ['a one', 'c three', 'd four', 'b two'])).toEqual([
      ['same', 0, 0],
      ['moved-away', 1, 3],
      ['same', 2, 1],
      ['inserted', null, 2],
      ['moved-here', 1, 3],
    ])
    expect(kinds(['a one'], [])).toEqual([['deleted', 0, null]])
  })

  test('show every block of either side at its place, once', () => {
    const text = fc.array(fc.constantFrom('one two three', 'one two four', 'five', 'six seven'), {
      maxLength: 7,
    })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const diffs = diffBlocks(before.map(paragraph), after.map(paragraph))
        const places = (side: 'from' | 'to', but: string) =>
          diffs.filter(({ kind }) => kind !== but).flatMap((diff) => diff[side] ?? [])
        expect(places('to', 'moved-away')).toEqual(after.map((_, index) => index))
        expect(places('from', 'moved-here')).toEqual(before.map((_, index) => index))
      }),
    )
  })
})

describe('revisions', () => {
  const three = async () => {
    const house = await studio()
    const articleId = await house.start()
    for (const text of [
      'One.\n\nTwo and more.\n\nThree.',
      'One.\n\nThree.',
      'One, changed a bit.\n\nThree.',
    ]) {
      house.ports.clock.advance(11 * MINUTE)
      value(await house.save(articleId, { title: 'Ropes', text, dek: text.slice(0, 3) }))
    }
    const list = () => house.stet.articles.revisions(house.writer, { articleId })
    const numbered = async (number: number) =>
      value(await list()).items.find((one) => one.number === number)?.id ?? ''
    return { ...house, articleId, list, numbered }
  }

  test('are listed latest first; a run of saves of one person is one of them', async () => {
    const { articleId, list, save, editor, writer, publish } = await three()
    value(await save(articleId, { text: 'Within the ten minutes.' }))
    expect(value(await list()).items.map(({ number }) => number)).toEqual([4, 3, 2, 1])
    // Another person, and what was published, are never written over.
    value(await save(articleId, { text: 'By another hand.' }, editor))
    value(await publish(articleId))
    value(await save(articleId, { text: 'After it went out.' }, editor))
    const { items } = value(await list())
    expect(items.map(({ number, is }) => [number, is])).toEqual([
      [6, ['draft']],
      [5, ['live']],
      ...[4, 3, 2, 1].map((number) => [number, []]),
    ])
    expect(items[2]?.author).toBe(writer.name)
  })

  test('are restored whole, with every field, as a new one', async () => {
    const { stet, articleId, numbered, open, writer, list } = await three()
    const { version } = await open(articleId)
    const revisionId = await numbered(2)
    value(await stet.articles.restoreRevision(writer, { articleId, version, revisionId }))
    expect(await open(articleId)).toMatchObject({ text: 'One.\n\nTwo and more.\n\nThree.', dek: 'One' })
    expect(value(await list()).items[0]).toMatchObject({ number: 5, kind: 'restore' })
    const late = await stet.articles.restoreRevision(writer, { articleId, version, revisionId })
    expect(refusal(late).code).toBe('conflict')
  })

  test('give back one paragraph: where it stood, or in place of what it became', async () => {
    const { stet, articleId, numbered, open, writer } = await three()
    const revisionId = await numbered(2)
    const back = async (block: number) =>
      stet.articles.restoreRevision(writer, {
        ...{ articleId, revisionId, block },
        version: (await open(articleId)).version,
      })
    value(await back(1))
    expect((await open(articleId)).text).toBe('One, changed a bit.\n\nTwo and more.\n\nThree.')
    expect(refusal(await back(1)).message).toMatch(/has this paragraph already/)
    expect(refusal(await back(9)).code).toBe('conflict')
  })

  test('are compared, fields included, by those who may write the piece, and by nobody else', async () => {
    const { stet, articleId, numbered, writer, start, editor } = await three()
    const revisionId = await numbered(2)
    const compared = value(await stet.articles.compare(writer, { articleId, revisionId }))
    expect(compared.lines.map(({ line }) => line)).toEqual([])
    expect(compared.blocks.some(({ kind }) => kind === 'deleted')).toBe(true)
    // Of another piece: no such revision, whoever asks.
    const other = await start(editor)
    expect(refusal(await stet.articles.compare(editor, { articleId: other, revisionId })).code).toBe(
      'not-found',
    )
    for (const [actor, code] of [
      [ANONYMOUS, 'unauthenticated'],
      [{ ...writer, userId: 'somebody-else' }, 'forbidden'],
      [{ ...writer, role: 'moderator' as const }, 'forbidden'],
    ] as const) {
      expect(refusal(await stet.articles.compare(actor, { articleId, revisionId })).code).toBe(code)
      expect(refusal(await stet.articles.revisions(actor, { articleId })).code).toBe(code)
      const restore = { articleId, version: 1, revisionId }
      expect(refusal(await stet.articles.restoreRevision(actor, restore)).code).toBe(code)
    }
  })
})

describe('a conflict', () => {
  test('is settled place by place; what is clear is merged already', async () => {
    const { stet, ports, start, save, open, writer, editor } = await studio()
    const articleId = await start()
    value(await save(articleId, { title: 'Ropes', text: 'One.\n\nTwo.\n\nThree.\n\nFour.' }))
    ports.clock.advance(11 * MINUTE)
    const { version } = await open(articleId)
    const typed = { articleId, version, title: 'Ropes' }
    value(await stet.articles.save(editor, { ...typed, text: 'One.\n\nTwo, red.\n\nThree.\n\nFour.' }))
    const late = { ...typed, title: 'Hemp', text: 'One.\n\nTwo, blue.\n\nThree.\n\nFour, too.' }
    expect(refusal(await stet.articles.save(writer, late)).code).toBe('conflict')

    const conflict = value(await stet.articles.conflict(writer, { articleId }))
    expect(conflict).toMatchObject({ first: editor.name, second: writer.name, lines: [] })
    expect(conflict.chunks).toEqual([
      { kind: 'settled', text: 'One.' },
      { kind: 'open', name: 'block-0', mine: 'Two, blue.', theirs: 'Two, red.' },
      { kind: 'settled', text: 'Three.\n\nFour, too.' },
    ])
    const { revisionId } = conflict
    const choices = { 'block-0': 'both' } as const
    const settle = { articleId, revisionId, version: conflict.version, choices }
    value(await stet.articles.settleByChoice(editor, settle))
    expect(await open(articleId)).toMatchObject({
      ...{ title: 'Hemp', hasConflict: false },
      text: 'One.\n\nTwo, red.\n\nTwo, blue.\n\nThree.\n\nFour, too.',
    })
    expect(refusal(await stet.articles.settleByChoice(editor, settle)).code).toBe('not-found')
  })
})
