import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeBlocks, mergedBlocks } from '../../../lib/kernel/merge-blocks'
import { MINUTE } from '../../../lib/kernel/clock'
import { refusal, value } from '../../support/people'
import { studio } from './studio'

const merge = (base: readonly string[], mine: readonly string[], theirs: readonly string[]) =>
  mergeBlocks((block) => block, base, mine, theirs)

describe('two texts that came from one', () => {
  test.each([
    ['one side alone', 'abc', 'aXc', 'abc', 'aXc'],
    ['both, in different places', 'abcd', 'Xbcd', 'abcY', 'XbcY'],
    ['both, in the same way', 'abc', 'aXc', 'aXc', 'aXc'],
    ['one cut, one added elsewhere', 'abcd', 'bcd', 'abcde', 'bcde'],
    ['one added before, one after', 'b', 'ab', 'bc', 'abc'],
  ])('are one text again: %s', (_, base, mine, theirs, both) => {
    expect(mergedBlocks(merge([...base], [...mine], [...theirs]))?.join('')).toBe(both)
  })

  test.each([
    ['the same block, differently', 'abc', 'aXc', 'aYc'],
    ['one cut what the other changed', 'abc', 'ac', 'aYc'],
    ['both added at one place', 'ab', 'aXb', 'aYb'],
  ])('stay two where it is not clear: %s', (_, base, mine, theirs) => {
    const chunks = merge([...base], [...mine], [...theirs])
    expect(mergedBlocks(chunks)).toBeNull()
    expect(chunks.filter(({ kind }) => kind === 'open')).toHaveLength(1)
  })

  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 8 })

  test('lose nothing: every side can be read off the chunks, and the order of the sides does not matter', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const chunks = merge(base, mine, theirs)
        const swapped = merge(base, theirs, mine)
        expect(mergedBlocks(swapped)).toEqual(mergedBlocks(chunks))
        const written = chunks.flatMap((chunk) =>
          chunk.kind === 'open' ? [...chunk.mine, ...chunk.theirs] : chunk.blocks,
        )
        // What a side has more often than the base is its own, and is there.
        const count = (list: readonly string[], block: string) => list.filter((one) => one === block).length
        for (const side of [mine, theirs])
          for (const block of new Set(side))
            if (count(side, block) > count(base, block))
              expect(count(written, block)).toBeGreaterThanOrEqual(count(side, block) - count(base, block))
        expect(mergedBlocks(merge(base, base, theirs))).toEqual(theirs)
        expect(mergedBlocks(merge(base, mine, base))).toEqual(mine)
      }),
    )
  })
})

describe('two people save', () => {
  const started = async () => {
    const house = await studio()
    const articleId = await house.start(house.writer)
    value(await house.save(articleId, { title: 'Ropes', text: 'One.\n\nTwo.\n\nThree.' }))
    house.ports.clock.advance(11 * MINUTE)
    const { version } = await house.open(articleId)
    return { ...house, articleId, version }
  }

  test('different paragraphs and fields: both are in the draft, and nobody is asked', async () => {
    const { stet, articleId, version, writer, editor, open } = await started()
    const typed = { articleId, version, title: 'Ropes' }
    value(
      await stet.articles.save(editor, { ...typed, text: 'One.\n\nTwo.\n\nThree, in red.', dek: 'On ropes' }),
    )
    const second = value(
      await stet.articles.save(writer, {
        ...typed,
        title: 'Hemp',
        text: 'Before.\n\nOne.\n\nTwo.\n\nThree.',
        dek: '',
      }),
    )
    expect(second.merged).toBe(true)
    expect(await open(articleId)).toMatchObject({
      ...{ title: 'Hemp', dek: 'On ropes', text: 'Before.\n\nOne.\n\nTwo.\n\nThree, in red.' },
      ...{ version: version + 2, hasConflict: false },
    })
  })

  test('a save whose answer was lost is sent again: it is stored once, also below what a colleague saved since', async () => {
    const { stet, articleId, version, writer, editor, open } = await started()
    const mine = { articleId, version, title: 'Ropes', text: 'One, in red.\n\nTwo.\n\nThree.' }
    value(await stet.articles.save(writer, mine))
    expect(value(await stet.articles.save(writer, mine))).toMatchObject({
      version: version + 1,
      merged: false,
    })
    const theirs = { ...mine, version: version + 1, text: 'One, in red.\n\nTwo, in blue.\n\nThree.' }
    value(await stet.articles.save(editor, theirs))
    value(await stet.articles.save(writer, mine))
    expect(await open(articleId)).toMatchObject({ text: theirs.text, hasConflict: false })
  })

  test('the same paragraph: both texts are kept, nothing is published until somebody settles it', async () => {
    const { stet, articleId, version, writer, editor, open, publish, ports } = await started()
    const typed = { articleId, version, title: 'Ropes' }
    value(await stet.articles.save(editor, { ...typed, text: 'One.\n\nTwo, in red.\n\nThree.' }))
    const late = refusal(
      await stet.articles.save(writer, { ...typed, text: 'One.\n\nTwo, in blue.\n\nThree.' }),
    )
    expect(late.code).toBe('conflict')
    const texts = [...ports.tables.articleRevisions.values()].map(({ plainText }) => plainText)
    expect(texts.some((text) => text.includes('in red'))).toBe(true)
    expect(texts.some((text) => text.includes('in blue'))).toBe(true)
    expect(refusal(await publish(articleId)).message).toMatch(/two texts/)

    const stands = await open(articleId)
    expect(stands).toMatchObject({ hasConflict: true, text: 'One.\n\nTwo, in red.\n\nThree.' })
    const settles = stands.conflictRevisionId ?? ''
    const text = 'One.\n\nTwo, in purple.\n\nThree.'
    value(await stet.articles.save(writer, { ...typed, version: stands.version, text, settles }))
    expect(await open(articleId)).toMatchObject({ hasConflict: false, text })
    expect((await publish(articleId)).ok).toBe(true)
  })

  test.each([
    ['two who are called alike are two', 'editor', false],
    ['one person in two windows is one', 'writer', true],
  ] as const)('whose texts they are: %s', async (_, other, byOne) => {
    const { stet, articleId, version, writer, ports, ...people } = await started()
    const users = [...ports.tables.users.values()]
    for (const user of users) ports.tables.users.set(user.id, { ...user, name: 'Ada' })
    const by = other === 'writer' ? writer : people.editor
    const typed = { articleId, version, title: 'Ropes' }
    value(await stet.articles.save(by, { ...typed, text: 'One.\n\nTwo, in red.\n\nThree.' }))
    refusal(await stet.articles.save(writer, { ...typed, text: 'One.\n\nTwo, in blue.\n\nThree.' }))
    const conflict = value(await stet.articles.conflict(writer, { articleId }))
    expect(conflict).toMatchObject({ first: 'Ada', second: 'Ada', byOne })
  })

  test('an older version that is still the ancestor of both is good enough to merge from', async () => {
    const { stet, articleId, version, writer, editor, save, open } = await started()
    value(await save(articleId, { text: 'One.\n\nTwo.\n\nThree!' }, editor))
    const seen = await open(articleId)
    // The editor goes on, over the same revision: the text the writer opened is not kept as such any more.
    value(await save(articleId, { text: 'One.\n\nTwo.\n\nThree!\n\nFour.' }, editor))
    expect(seen.version).toBeGreaterThan(version)
    const late = { articleId, version: seen.version, title: 'Ropes', text: 'Zero.\n\nOne.\n\nTwo.\n\nThree!' }
    value(await stet.articles.save(writer, late))
    expect((await open(articleId)).text).toBe('Zero.\n\nOne.\n\nTwo.\n\nThree!\n\nFour.')
  })
})
