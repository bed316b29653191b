import { expect, it } from 'vitest'
import { fillIndexes, indexDue, keepIndex } from '../../lib/search/keep-index'
import { SEARCH_INDEXES, type SearchIndexName } from '../../lib/search/search-keeper'
import { onEveryBackend } from './support/backends'
import { audit, move, storeComment, storePiece, storeUser } from './support/rows'

onEveryBackend('SearchKeeper', (world) => {
  const fill = async (): Promise<void> => {
    const steps = fillIndexes(world())
    while (!(await steps.next()).done);
  }
  /** How an index differs from what belongs there. */
  const wrongIn = async (index: SearchIndexName) => {
    const { searchKeeper, clock } = world()
    const all = [index, 'everything', clock.now(), { after: '', size: 100 }] as const
    return {
      strays: (await searchKeeper.strays(...all)).found,
      missing: (await searchKeeper.missing(...all)).found,
    }
  }
  const RIGHT = { strays: [], missing: [] }
  const changed = (articleId: string, commentId: string) =>
    keepIndex(world(), [{ kind: 'comment.changed', articleId, commentId, sight: 'changed' }])

  it('gives the words of a piece, of its authors and tags, and of comments with their names', async () => {
    const text = {
      title: 'Mud',
      dek: 'What it says',
      kicker: 'Shore',
      plainText: 'It listens.',
      language: 'fr',
    }
    const piece = await storePiece(world(), {}, text)
    const { searchKeeper, clock } = world()
    const [source] = await searchKeeper.sources('pieces', [piece.id], clock.now())
    expect(source).toMatchObject({
      id: piece.id,
      title: 'Mud',
      body: 'It listens.',
      language: 'fr',
      at: clock.now(),
    })
    expect(source?.lead).toMatch(/^Shore\nWhat it says\nperson-/)
    const comment = await storeComment(world(), { articleId: piece.id, name: 'Ada', body: 'Waiting.' })
    expect(await searchKeeper.sources('comments', [comment.id], clock.now())).toEqual([])
    const [desk] = await searchKeeper.sources('desk', [comment.id], clock.now())
    expect(desk).toMatchObject({ title: 'Ada', body: 'Waiting.', articleId: piece.id })
  })

  it('fills what was never indexed, a stretch at a time, and nothing that is not public', async () => {
    const { id: articleId } = await storePiece(world())
    const draft = await storePiece(world(), { status: 'draft', liveRevisionId: null, publishedAt: null })
    const parent = await storeComment(world(), { articleId, status: 'approved' })
    const waiting = await storeComment(world(), { articleId })
    await storeComment(world(), { articleId: draft.id, status: 'approved' })
    expect((await wrongIn('pieces')).missing).toEqual([articleId])
    expect((await wrongIn('comments')).missing).toEqual([parent.id])
    expect((await wrongIn('desk')).missing).toContain(waiting.id)
    const { searchKeeper, clock } = world()
    const first = await searchKeeper.missing('desk', 'everything', clock.now(), { after: '', size: 2 })
    expect(first.found).toHaveLength(2)
    expect(first.next).toBe(first.found[1])
    await fill()
    for (const index of SEARCH_INDEXES) expect(await wrongIn(index)).toEqual(RIGHT)
  })

  it('takes a branch out when its top is turned down, and back in', async () => {
    const { id: articleId } = await storePiece(world())
    const parent = await storeComment(world(), { articleId, status: 'approved' })
    const reply = await storeComment(world(), { articleId, parent, status: 'approved' })
    await fill()
    await move(world(), parent.id, 'rejected')
    expect((await wrongIn('comments')).strays).toEqual([parent.id, reply.id].sort())
    await changed(articleId, parent.id)
    expect(await wrongIn('comments')).toEqual(RIGHT)
    expect(await wrongIn('desk')).toEqual(RIGHT)
    await move(world(), parent.id, 'approved')
    expect((await wrongIn('comments')).missing).toEqual([parent.id, reply.id].sort())
    await changed(articleId, parent.id)
    expect(await wrongIn('comments')).toEqual(RIGHT)
  })

  it('takes a piece out with its comments, and keeps them for the desk', async () => {
    const piece = await storePiece(world())
    await storeComment(world(), { articleId: piece.id, status: 'approved' })
    await fill()
    const { articleStore } = world()
    const stored = await articleStore.apply({
      ...{ articleId: piece.id, expectVersion: piece.version, set: { status: 'unpublished' } },
      ...{ audit: { actor: { kind: 'system' }, action: 'a', subject: 's', detail: {} }, effects: [] },
    })
    expect(stored).toBe('stored')
    await keepIndex(world(), [{ kind: 'article.changed', articleId: piece.id, slugs: [] }])
    for (const index of SEARCH_INDEXES) expect(await wrongIn(index)).toEqual(RIGHT)
  })

  it('puts nothing in that has changed since it was read', async () => {
    const { id: articleId } = await storePiece(world())
    const comment = await storeComment(world(), { articleId, status: 'approved' })
    const { searchKeeper, clock } = world()
    const [source] = await searchKeeper.sources('comments', [comment.id], clock.now())
    if (!source) throw new Error('nothing to index')
    await move(world(), comment.id, 'spam')
    const late = { ...source, title: [], lead: [], body: ['late'], forms: ['late'], words: ['late'] }
    await searchKeeper.put('comments', [late], clock.now())
    expect(await wrongIn('comments')).toEqual(RIGHT)
  })

  it('learns who stands below the title as soon as that changes, without a new text', async () => {
    const { id: articleId } = await storePiece(world())
    await fill()
    const { searchKeeper, articleStore, clock } = world()
    const { id, name } = await storeUser(world())
    const change = { articleId, expectVersion: 1, set: {}, bylineIds: [id], audit, effects: [] }
    expect(await articleStore.apply(change)).toBe('stored')
    expect(await wrongIn('pieces')).toEqual({ strays: [articleId], missing: [articleId] })
    await keepIndex(world(), [{ kind: 'article.changed', articleId, slugs: [] }])
    expect(await wrongIn('pieces')).toEqual(RIGHT)
    const [source] = await searchKeeper.sources('pieces', [articleId], clock.now())
    expect(source?.lead).toContain(name)
  })

  it('leaves in what belongs there after all', async () => {
    const { id: articleId } = await storePiece(world())
    await fill()
    await world().searchKeeper.remove('pieces', [articleId], world().clock.now())
    expect(await wrongIn('pieces')).toEqual(RIGHT)
  })

  it('finds what the clock has made public', async () => {
    const { clock } = world()
    const since = clock.now()
    const { id } = await storePiece(world(), { publishedAt: since + 1_000 })
    expect(await wrongIn('pieces')).toEqual(RIGHT)
    clock.advance(1_000)
    expect((await wrongIn('pieces')).missing).toEqual([id])
    await indexDue(world(), since)
    expect(await wrongIn('pieces')).toEqual(RIGHT)
  })

  it('carries out a mixed batch: what came, what went, what is named twice, and what is nothing to it', async () => {
    const { id: articleId } = await storePiece(world())
    const stays = await storeComment(world(), { articleId, status: 'approved' })
    const goes = await storeComment(world(), { articleId, status: 'approved' })
    const erased = await storeComment(world(), { articleId, status: 'approved' })
    await fill()
    const fresh = await storeComment(world(), { articleId })
    const other = await storePiece(world())
    await move(world(), goes.id, 'spam')
    await move(world(), erased.id, 'erased')
    await move(world(), fresh.id, 'approved')
    const about = (commentId: string) => ({ articleId, commentId })
    await keepIndex(world(), [
      { kind: 'comment.submitted', ...about(fresh.id) },
      { kind: 'comment.changed', ...about(goes.id), sight: 'vanished' },
      { kind: 'comment.changed', ...about(fresh.id), sight: 'appeared' },
      { kind: 'comment.recommended', ...about(stays.id) },
      { kind: 'settings.changed', key: 'site' },
      { kind: 'comment.changed', ...about(fresh.id), sight: 'changed' },
      { kind: 'comment.changed', ...about(erased.id), sight: 'vanished' },
      { kind: 'comment.submitted', ...about('was-never-stored') },
      { kind: 'article.changed', articleId: other.id, slugs: [] },
    ])
    for (const index of SEARCH_INDEXES) expect(await wrongIn(index), index).toEqual(RIGHT)
  })

  it('forgets erased comments, and everything when it is cleared', async () => {
    const { id: articleId } = await storePiece(world())
    const comment = await storeComment(world(), { articleId, status: 'approved' })
    await fill()
    await move(world(), comment.id, 'erased')
    await changed(articleId, comment.id)
    expect(await wrongIn('desk')).toEqual(RIGHT)
    await world().searchKeeper.clear()
    expect((await wrongIn('pieces')).missing).toEqual([articleId])
  })
})
