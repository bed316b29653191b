import { expect, it } from 'vitest'
import type { ArticleRevision } from '../../lib/articles/article'
import { fillIndexes, keepIndex } from '../../lib/search/keep-index'
import type { PublicIndexName } from '../../lib/search/search-reader'
import { parseQuery } from '../../lib/text/parse-query'
import { onEveryBackend } from './support/backends'
import { aChange, move, storeComment, storePiece } from './support/rows'

onEveryBackend('SearchReader', (world) => {
  const fill = async (): Promise<void> => {
    const steps = fillIndexes(world())
    while (!(await steps.next()).done);
  }
  const find = async (index: PublicIndexName, typed: string, page = { offset: 0, limit: 10 }) => {
    const { searchReader, clock } = world()
    const query = parseQuery(typed, await searchReader.languages(index))
    if (!query) throw new Error('nothing to look for')
    return searchReader.find(index, query, clock.now(), page)
  }
  const write = async (text: Partial<ArticleRevision>): Promise<string> => {
    world().clock.advance(1_000)
    return (await storePiece(world(), {}, text)).id
  }

  it('ranks a headline above a standfirst above the text', async () => {
    const inText = await write({ title: 'Tides', plainText: 'The harbour is quiet, and more is said here.' })
    const inTitle = await write({
      title: 'The harbour',
      plainText: 'Nothing more is said of it here at all.',
    })
    const inDek = await write({
      title: 'Boats',
      dek: 'In the harbour',
      plainText: 'More is said here, and here.',
    })
    await write({ title: 'Mud', plainText: 'Elsewhere.' })
    await fill()
    expect(await find('pieces', 'harbours')).toEqual({ ids: [inTitle, inDek, inText], total: 3 })
  })

  it('turns pages, and counts what is on none of them', async () => {
    const ids = []
    for (let n = 0; n < 5; n += 1)
      ids.unshift(await write({ title: 'Same', plainText: 'The very same words.' }))
    await fill()
    const first = await find('pieces', 'same', { offset: 0, limit: 2 })
    const second = await find('pieces', 'same', { offset: 2, limit: 2 })
    expect(first).toEqual({ ids: ids.slice(0, 2), total: 5 })
    expect(second).toEqual({ ids: ids.slice(2, 4), total: 5 })
    expect(await find('pieces', 'same', { offset: 0, limit: 0 })).toEqual({ ids: [], total: 5 })
    expect(await find('pieces', 'same', { offset: 90, limit: 2 })).toEqual({ ids: [], total: 5 })
  })

  it('understands each piece in its language', async () => {
    const french = await write({ title: 'Les écluses', plainText: 'La nuit.', language: 'fr' })
    const german = await write({ title: 'Alte Häuser', plainText: 'Am Deich.', language: 'de' })
    const arabic = await write({ title: 'القناة', plainText: 'مياه', language: 'ar', direction: 'rtl' })
    await fill()
    expect(await world().searchReader.languages('pieces')).toEqual(['ar', 'de', 'fr'])
    expect((await find('pieces', 'ecluse')).ids).toEqual([french])
    expect((await find('pieces', 'haus')).ids).toEqual([german])
    expect((await find('pieces', 'قناة')).ids).toEqual([arabic])
  })

  it('never shows what has been hidden since, before the index has heard of it', async () => {
    const articleId = await write({ title: 'Open' })
    const parent = await storeComment(world(), { articleId, status: 'approved', body: 'A lantern' })
    const reply = await storeComment(world(), { articleId, parent, status: 'approved', body: 'Two lanterns' })
    await fill()
    expect((await find('comments', 'lantern')).total).toBe(2)
    await move(world(), parent.id, 'spam')
    expect(await find('comments', 'lantern')).toEqual({ ids: [], total: 0 })
    const { searchReader, clock } = world()
    expect(await searchReader.comments([reply.id, parent.id], clock.now())).toEqual([])
  })

  it('finds the approved text while an edit waits, and gives it with its piece', async () => {
    const articleId = await write({ title: 'Open', language: 'en-GB' })
    const comment = await storeComment(world(), {
      articleId,
      status: 'approved',
      body: 'A lantern',
      name: 'Ada',
    })
    const revision = {
      ...{ id: world().ids.random(), commentId: comment.id, number: 2, state: 'pending' as const },
      ...{ body: 'A torch', fingerprint: 'f', createdAt: world().clock.now() },
    }
    const change = await aChange(world(), comment.id, 'approved')
    await world().commentStore.apply({
      ...change,
      to: { ...change.to, pendingRevisionId: revision.id, latestRevisionId: revision.id },
      revision,
    })
    await fill()
    expect((await find('comments', 'lantern')).ids).toEqual([comment.id])
    expect((await find('comments', 'torch')).total).toBe(0)
    const [found] = await world().searchReader.comments([comment.id], world().clock.now())
    expect(found).toMatchObject({
      body: 'A lantern',
      name: 'Ada',
      piece: { title: 'Open', language: 'en-GB' },
    })
  })

  it('knows the words of what is public, and forgets them with the last text', async () => {
    const { searchReader } = world()
    const articleId = await write({ title: 'Harbour', plainText: 'The harbour.' })
    const comment = await storeComment(world(), { articleId, status: 'approved', body: 'harbour lanterns' })
    await storeComment(world(), { articleId, body: 'lanternfish' })
    await fill()
    for (const typed of ['harbour', 'hrabour', 'harbou', 'harboour', 'xarbour', 'harbor']) {
      expect(await searchReader.wordsLike(typed)).toContainEqual({ word: 'harbour', documents: 2 })
    }
    expect(await searchReader.wordsLike('lanternfish')).not.toContainEqual(
      expect.objectContaining({ word: 'lanternfish' }),
    )
    await move(world(), comment.id, 'rejected')
    await keepIndex(world(), [
      { kind: 'comment.changed', articleId, commentId: comment.id, sight: 'vanished' },
    ])
    expect(await searchReader.wordsLike('harbour')).toContainEqual({ word: 'harbour', documents: 1 })
    expect(await searchReader.wordsLike('lanterns')).not.toContainEqual(
      expect.objectContaining({ word: 'lanterns' }),
    )
  })

  it('ranks by public texts alone: how often hidden ones use a word changes nothing', async () => {
    await write({ title: 'One', plainText: 'lantern and harbour' })
    await write({ title: 'Two', plainText: 'harbour, harbour and lantern, lantern' })
    await fill()
    const before = await find('pieces', 'lantern harbour')
    for (let n = 0; n < 5; n += 1) {
      const draft = { status: 'draft', liveRevisionId: null, publishedAt: null } as const
      await storePiece(world(), draft, { title: 'lantern', plainText: 'lantern lantern' })
    }
    await fill()
    expect(await find('pieces', 'lantern harbour')).toEqual(before)
  })
})
