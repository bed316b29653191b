import { expect, it } from 'vitest'
import { COMMENT_STATUSES, type CommentStatus } from '../../lib/comments/comment-status'
import type { Decision } from '../../lib/comments/comment-store'
import { onEveryBackend } from './support/backends'
import { aChange, aDecision, move, recordOf, storeComment, storePiece, storeUser } from './support/rows'

const ids = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id)

onEveryBackend("ThreadReader, an author's own comments", (world) => {
  const now = () => world().clock.now()
  const page = { articleId: null, after: null, limit: 20 }

  it("lists an author's own whatever became of them, and nobody else's", async () => {
    const { id: articleId } = await storePiece(world())
    const { id: userId } = await storeUser(world(), { role: 'member' })
    const own: string[] = []
    for (const status of COMMENT_STATUSES) {
      world().clock.advance(1)
      own.unshift((await storeComment(world(), { articleId, status, userId })).id)
      await storeComment(world(), { articleId, status })
    }
    const rows = await world().threadReader.own({ userId }, now(), { ...page, articleId })
    expect(ids(rows)).toEqual(own)
    expect(rows.map(({ status }) => status)).toEqual([...COMMENT_STATUSES].reverse())
    expect(rows.every(({ body }) => body !== '')).toBe(true)
    expect(await world().threadReader.own({ guestId: userId }, now(), page)).toEqual([])
    expect(await world().threadReader.ownIds({ userId }, articleId, 100)).toEqual(own)
    expect(await world().threadReader.ownIds({ userId }, articleId, 2)).toEqual(own.slice(0, 2))
    expect(await world().threadReader.ownIds({ guestId: userId }, articleId, 2)).toEqual([])
    const elsewhere = await storePiece(world())
    expect(await world().threadReader.ownIds({ userId }, elsewhere.id, 2)).toEqual([])
    expect(await world().threadReader.own({ userId }, now(), { ...page, articleId: elsewhere.id })).toEqual(
      [],
    )
  })

  it('lists them under one piece or everywhere, page by page, those of one moment included', async () => {
    const [one, other] = [await storePiece(world()), await storePiece(world())]
    const { id: userId } = await storeUser(world(), { role: 'member' })
    const stored = []
    for (const { id: articleId } of [one, other, one, one, other]) {
      stored.push(await storeComment(world(), { articleId, userId }))
    }
    world().clock.advance(1)
    stored.push(await storeComment(world(), { articleId: one.id, userId }))
    const order = [...stored].sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1))
    const walk = async (articleId: string | null) => {
      const found: string[] = []
      let after = null
      for (let more = true; more;) {
        const rows = await world().threadReader.own({ userId }, now(), { articleId, after, limit: 2 })
        const last = rows.slice(0, 2).at(-1)
        found.push(...ids(rows.slice(0, 2)))
        more = rows.length > 2
        after = last ? { at: last.createdAt, id: last.id } : null
      }
      return found
    }
    expect(await walk(null)).toEqual(ids(order))
    expect(await walk(other.id)).toEqual(ids(order.filter(({ articleId }) => articleId === other.id)))
  })

  it('tells whether readers see it: not below something that is hidden', async () => {
    const { id: articleId } = await storePiece(world())
    const parent = await storeComment(world(), { articleId, status: 'approved' })
    const { id } = await storeComment(world(), { articleId, status: 'approved', parent })
    const isSeen = async (comment: string) => (await world().threadReader.ownById(comment, now()))?.visible
    expect([await isSeen(parent.id), await isSeen(id)]).toEqual([true, true])
    expect(await move(world(), parent.id, 'rejected')).toBe(true)
    expect([await isSeen(parent.id), await isSeen(id)]).toEqual([false, false])
  })

  it('names the piece while it is public, and tells nothing of it otherwise', async () => {
    const live = await storePiece(world(), {}, { title: 'The ferry', language: 'de' })
    const gone = await storePiece(world(), { status: 'unpublished' }, { title: 'The secret' })
    const soon = await storePiece(world(), { publishedAt: now() + 1 }, { title: 'Tomorrow' })
    const pieceOf = async (articleId: string) => {
      const { id } = await storeComment(world(), { articleId, status: 'approved' })
      return (await world().threadReader.ownById(id, now()))?.piece
    }
    expect(await pieceOf(live.id)).toEqual({
      slug: live.slug,
      title: 'The ferry',
      language: 'de',
      public: true,
    })
    const nothing = { slug: '', title: '', language: 'en', public: false }
    expect(await pieceOf(gone.id)).toEqual(nothing)
    expect(await pieceOf(soon.id)).toEqual(nothing)
  })

  it('finds one by its id, and none by an unknown one', async () => {
    const { id: articleId } = await storePiece(world())
    const { id, name } = await storeComment(world(), { articleId })
    expect(await world().threadReader.ownById(id, now())).toMatchObject({ id, name, status: 'pending' })
    expect(await world().threadReader.ownById(world().ids.random(), now())).toBeNull()
  })

  it('gives the reason of the rejection that stands: not of one undone, not of spam', async () => {
    const { id: articleId } = await storePiece(world())
    const { id } = await storeComment(world(), { articleId })
    const decideFor = async (to: CommentStatus, given: Partial<Decision>): Promise<string> => {
      world().clock.advance(1)
      const decision = aDecision(world(), await recordOf(world(), id), to, given)
      expect(await world().commentStore.apply(await aChange(world(), id, to, { decision }))).toBe(true)
      return decision.id
    }
    const reason = async () => (await world().threadReader.ownById(id, now()))?.rejectedFor
    expect(await reason()).toBeNull()
    await decideFor('rejected', { move: 'reject', reason: 'Off topic' })
    expect(await reason()).toBe('Off topic')
    const spam = await decideFor('spam', { move: 'spam', reason: 'Advertising' })
    expect(await reason()).toBeNull()
    await decideFor('rejected', { move: 'hold', reason: null, undoesId: spam })
    expect(await reason()).toBe('Off topic')
    const hold = await decideFor('pending', { move: 'hold' })
    expect(await reason()).toBeNull()
    const again = await decideFor('rejected', { move: 'reject', reason: 'Rude' })
    expect(await reason()).toBe('Rude')
    await decideFor('pending', { move: 'hold', undoesId: again })
    await decideFor('rejected', { move: 'reject', undoesId: hold })
    expect(await reason()).toBe('Off topic')
    await decideFor('pending', { move: 'hold' })
    await decideFor('rejected', { move: 'reject', reason: null })
    expect(await reason()).toBeNull()
  })
})
