import { describe, expect, it } from 'vitest'
import type { Comment } from '../../lib/comments/comment'
import type { DeskFacts } from '../../lib/comments/desk-facts'
import type { QueueFilter } from '../../lib/moderation/queue-question'
import type { Decision } from '../../lib/comments/comment-store'
import { questionOf } from '../support/queue-page'
import { onEveryBackend } from './support/backends'
import {
  aChange,
  aDecision,
  aSubmission,
  move,
  recordOf,
  stateOf,
  storeComment,
  storePiece,
  storeUser,
} from './support/rows'

const NO_FACTS: DeskFacts = {
  script: null,
  links: 0,
  heldBy: [],
  queueOrder: 0,
  queueWhy: [],
  bands: null,
  floodId: null,
}

onEveryBackend('QueueReader', (world) => {
  const list = async (...asked: Parameters<typeof questionOf>) =>
    (await world().queueReader.list(questionOf(...asked))).rows.map(({ comment }) => comment.id)

  it('lists what waits by its place in the queue, then id, a page at a time', async () => {
    const { id: articleId } = await storePiece(world())
    const waiting = []
    for (const queueOrder of [30, 10, 20, 20, -5]) {
      waiting.push(await storeComment(world(), { articleId, queueOrder }))
    }
    await storeComment(world(), { articleId, queueOrder: 1, status: 'approved' })
    const sorted = waiting.sort((a, b) => a.queueOrder - b.queueOrder || (a.id < b.id ? -1 : 1))
    const order = sorted.map(({ id }) => id)
    expect(await list('waiting', null, 20)).toEqual(order)
    const first = await world().queueReader.list(questionOf('waiting', null, 2))
    expect(first.rows.map(({ comment }) => comment.id)).toEqual(order.slice(0, 2))
    expect(first.next).toEqual({ at: sorted[1]?.queueOrder, id: sorted[1]?.id })
    const second = await world().queueReader.list(questionOf('waiting', first.next, 3))
    expect(second.rows.map(({ comment }) => comment.id)).toEqual(order.slice(2))
    expect(second.next).toBeNull()
  })

  it.each(['approved', 'rejected', 'spam'] as const)('lists what is %s newest first', async (tab) => {
    const { id: articleId } = await storePiece(world())
    const stored = []
    for (let n = 0; n < 3; n += 1) {
      world().clock.advance(1)
      stored.unshift(await storeComment(world(), { articleId, status: tab, queueOrder: n % 2 }))
      await storeComment(world(), { articleId })
    }
    const order = stored.map(({ id }) => id)
    expect(await list(tab, null, 5)).toEqual(order)
    const first = stored[0]
    expect(await list(tab, { at: first?.createdAt ?? 0, id: first?.id ?? '' }, 5)).toEqual(order.slice(1))
  })

  it('counts every tab', async () => {
    const { id: articleId } = await storePiece(world())
    const empty = { waiting: 0, reported: 0, approved: 0, rejected: 0, spam: 0, all: 0 }
    expect(await world().queueReader.counts()).toEqual(empty)
    for (const status of [
      'pending',
      'pending',
      'approved',
      'rejected',
      'spam',
      'removed',
      'erased',
    ] as const) {
      await storeComment(world(), { articleId, status })
    }
    expect(await world().queueReader.counts()).toEqual({
      waiting: 2,
      reported: 0,
      approved: 1,
      rejected: 1,
      spam: 1,
      all: 7,
    })
  })

  it('gives a waiting edit with the text it would replace, in both its tabs', async () => {
    const { id: articleId } = await storePiece(world())
    const submission = aSubmission(world(), { articleId, status: 'approved' })
    const { id } = submission.comment
    await world().commentStore.insert(submission)
    const revision = { ...aSubmission(world(), { articleId }).revision, commentId: id, number: 2 }
    await world().commentStore.apply({
      commentId: id,
      expect: { status: 'approved', version: 1 },
      to: {
        ...stateOf(await recordOf(world(), id)),
        pendingRevisionId: revision.id,
        latestRevisionId: revision.id,
      },
      revision,
      opinions: [{ check: 'words', level: 'spam', reason: 'A word.', evidence: { spans: [[1, 3]] } }],
      decision: null,
      effects: [],
    })
    const [card] = (await world().queueReader.list(questionOf('waiting', null, 5))).rows
    expect(card).toMatchObject({ revision, shown: submission.revision, opinions: [{ check: 'words' }] })
    expect(await list('approved', null, 5)).toEqual([id])
    expect(await world().queueReader.counts()).toMatchObject({ waiting: 1, approved: 1 })
  })

  it('gives everything a card shows', async () => {
    const moderator = await storeUser(world(), { role: 'moderator', name: 'Mo' })
    const article = await storePiece(world(), {}, { title: 'A title' })
    const parent = aSubmission(world(), { articleId: article.id, status: 'approved', name: 'Ada' })
    await world().commentStore.insert(parent)
    const { id } = await storeComment(world(), { articleId: article.id, parent: parent.comment })
    const actor = {
      kind: 'user',
      userId: moderator.id,
      role: 'moderator',
      name: 'Mo',
      sessionId: '',
    } as const
    const decision = aDecision(world(), await recordOf(world(), id), 'spam', { actor, move: 'spam' })
    await world().commentStore.apply(await aChange(world(), id, 'spam', { decision }))
    await move(world(), id, 'approved')
    const card = await world().queueReader.card(id)
    expect(card).toMatchObject({
      comment: { id, status: 'approved' },
      shown: null,
      article: { id: article.id, slug: article.slug, title: 'A title', isPublic: true },
      parent: { id: parent.comment.id, name: 'Ada', body: parent.revision.body },
    })
    expect(card?.decisions.map(({ actorName, to }) => [actorName, to])).toEqual([
      ['Mo', 'spam'],
      ['Stet', 'approved'],
    ])
    expect(await world().queueReader.card(world().ids.random())).toBeNull()
  })

  it('tells what became of comments, and by whom', async () => {
    const moderator = await storeUser(world(), { role: 'moderator', name: 'Mo' })
    const { id: articleId } = await storePiece(world())
    const [waiting, decided] = [
      await storeComment(world(), { articleId }),
      await storeComment(world(), { articleId }),
    ]
    const who = { kind: 'user', userId: moderator.id, role: 'moderator', name: 'Mo', sessionId: '' } as const
    const decision = aDecision(world(), await recordOf(world(), decided.id), 'spam', {
      actor: who,
      move: 'spam',
    })
    await world().commentStore.apply(await aChange(world(), decided.id, 'spam', { decision }))
    const asked = [waiting.id, decided.id, world().ids.random()]
    expect(new Set(await world().queueReader.now(asked))).toEqual(
      new Set([
        { commentId: waiting.id, version: 1, waits: true, by: null, move: null },
        {
          ...{ commentId: decided.id, version: 2, waits: false, move: 'spam' },
          by: { userId: moderator.id, name: 'Mo' },
        },
      ]),
    )
    expect(await world().queueReader.now([])).toEqual([])
  })

  it('gives what stands above a comment, the nearest first, and no more than asked for', async () => {
    const { id: articleId } = await storePiece(world())
    const root = await storeComment(world(), { articleId, status: 'approved', name: 'Ada' })
    const reply = await storeComment(world(), { articleId, status: 'approved', parent: root })
    const { id } = await storeComment(world(), { articleId, parent: reply })
    await move(world(), reply.id, 'rejected')
    const above = await world().queueReader.above(id, 10)
    expect(above.map((one) => [one.id, one.status])).toEqual([
      [reply.id, 'rejected'],
      [root.id, 'approved'],
    ])
    expect(above[1]).toMatchObject({ name: 'Ada', byStaff: false, createdAt: root.createdAt })
    expect((await world().queueReader.above(id, 1)).map((one) => one.id)).toEqual([reply.id])
    expect(await world().queueReader.above(root.id, 10)).toEqual([])
  })

  it('tells how long comments waited for the first decision of a person', async () => {
    const moderator = await storeUser(world(), { role: 'moderator', name: 'Mo' })
    const actor = {
      kind: 'user',
      userId: moderator.id,
      role: 'moderator',
      name: 'Mo',
      sessionId: '',
    } as const
    const { id: articleId } = await storePiece(world())
    const decided = async (wait: number, by: Decision['actor'], given: { userId?: string } = {}) => {
      const { id } = await storeComment(world(), { articleId, ...given })
      world().clock.advance(wait)
      const decision = aDecision(world(), await recordOf(world(), id), 'approved', { actor: by })
      await world().commentStore.apply(await aChange(world(), id, 'approved', { decision }))
      return id
    }
    const long = await decided(700, actor)
    const since = world().clock.now()
    world().clock.advance(1)
    await decided(50, { kind: 'system' })
    await decided(60, actor, { userId: moderator.id })
    const short = await decided(20, actor)
    // A second decision about either, one of them again about something that waits.
    for (const id of [long, short]) {
      await move(world(), id, 'pending')
      const again = aDecision(world(), await recordOf(world(), id), 'rejected', { actor, move: 'reject' })
      await world().commentStore.apply(await aChange(world(), id, 'rejected', { decision: again }))
    }
    const waits = async (from: number, limit: number) =>
      [...(await world().queueReader.waits(from, limit))].sort((a, b) => a - b)
    expect(await waits(0, 100)).toEqual([20, 700])
    expect(await waits(since + 1, 100)).toEqual([20])
    expect(await waits(0, 3)).toEqual([20])
  })

  it('tells whether the piece is public now, and names the author of a withdrawal', async () => {
    const { id: articleId } = await storePiece(world(), { publishedAt: world().clock.now() + 1 })
    const { id, guestId, name } = await storeComment(world(), { articleId })
    expect((await world().queueReader.card(id))?.article.isPublic).toBe(false)
    world().clock.advance(1)
    expect((await world().queueReader.card(id))?.article.isPublic).toBe(true)
    const actor = { kind: 'guest', guestId: guestId ?? '' } as const
    const decision = aDecision(world(), await recordOf(world(), id), 'removed', { actor, move: 'withdraw' })
    await world().commentStore.apply(await aChange(world(), id, 'removed', { decision }))
    const card = await world().queueReader.card(id)
    expect(card?.decisions).toMatchObject([{ actor, actorName: name }])
    expect(await list('waiting', null, 5)).toEqual([])
  })

  describe('through a filter', () => {
    const described = async (
      articleId: string,
      facts: Partial<DeskFacts>,
      given: Partial<Comment> = {},
    ): Promise<string> => {
      world().clock.advance(1)
      const submission = aSubmission(world(), { articleId, ...given })
      const desk = { ...NO_FACTS, queueOrder: submission.comment.queueOrder, ...facts }
      await world().commentStore.insert({ ...submission, desk })
      return submission.comment.id
    }

    it.each(['waiting', 'spam', 'all'] as const)(
      'finds in %s what fits every condition, page by page',
      async (tab) => {
        const [one, other] = [(await storePiece(world())).id, (await storePiece(world())).id]
        const status = tab === 'spam' ? 'spam' : 'pending'
        const linked = await described(
          one,
          { links: 2, heldBy: ['links', 'mode'], script: 'Latin' },
          { status },
        )
        const cyrillic = await described(one, { heldBy: ['mode'], script: 'Cyrillic' }, { status })
        const elsewhere = await described(other, { links: 1, heldBy: ['links'], script: 'Latin' }, { status })
        const bare = (await storeComment(world(), { articleId: other, status })).id
        const sorted = (...ids: string[]) => ids.sort()
        const found = async (filter: Partial<QueueFilter>) => (await list(tab, null, 9, filter)).sort()
        expect(await found({ check: 'links' })).toEqual(sorted(linked, elsewhere))
        expect(await found({ check: 'link' })).toEqual([])
        expect(await found({ links: false })).toEqual(sorted(cyrillic, bare))
        expect(await found({ script: 'Latin', articleIds: [one] })).toEqual([linked])
        expect(await found({ articleIds: [one] })).toEqual(sorted(linked, cyrillic))
        expect(await found({ articleIds: [] })).toEqual([])
        const { createdAt, guestId } = (await recordOf(world(), cyrillic)).comment
        expect(await found({ from: createdAt })).toEqual(sorted(cyrillic, elsewhere, bare))
        expect(await found({ until: createdAt })).toEqual([linked])
        expect(await found({ author: { guestId: guestId ?? '' } })).toEqual([cyrillic])
        const first = await world().queueReader.list(questionOf(tab, null, 1, { check: 'links' }))
        const second = await world().queueReader.list(questionOf(tab, first.next, 1, { check: 'links' }))
        expect([...first.rows, ...second.rows].map(({ comment }) => comment.id).sort()).toEqual(
          sorted(linked, elsewhere),
        )
        expect(second.next).toBeNull()
      },
    )

    it.each(['waiting', 'spam', 'all'] as const)(
      'finds in %s what stands under pieces in a language, in order and page by page',
      async (tab) => {
        const status = tab === 'spam' ? 'spam' : 'pending'
        const german = (await storePiece(world(), {}, { language: 'de' })).id
        const austrian = (await storePiece(world(), {}, { language: 'de-AT' })).id
        const english = (await storePiece(world())).id
        const stored: { id: string; articleId: string }[] = []
        for (let n = 0; n < 4; n += 1) {
          for (const articleId of [german, english, austrian]) {
            const links = n === 3 ? 1 : 0
            stored.push({ id: await described(articleId, { links }, { status }), articleId })
          }
        }
        const order = tab === 'waiting' ? stored : [...stored].reverse()
        const under = (...pieces: string[]) =>
          order.filter(({ articleId }) => pieces.includes(articleId)).map(({ id }) => id)
        const found = (filter: Partial<QueueFilter>) => list(tab, null, 20, filter)
        expect(await found({ languages: ['de'] })).toEqual(under(german))
        expect(await found({ languages: ['de', 'de-AT'] })).toEqual(under(german, austrian))
        expect(await found({ languages: ['en'], articleIds: [german] })).toEqual([])
        expect(await found({ languages: ['de'], links: true })).toEqual(
          under(german).slice(...(tab === 'waiting' ? [3] : [0, 1])),
        )
        for (const languages of [[], ['fr'], ['de_%'], ["' OR 1=1 --"]])
          expect(await found({ languages })).toEqual([])
        const pages: string[] = []
        for (let after = null, n = 0; n === 0 || after; n += 1) {
          const page = await world().queueReader.list(
            questionOf(tab, after, 3, { languages: ['de', 'de-AT'] }),
          )
          pages.push(...page.rows.map(({ comment }) => comment.id))
          after = page.next
        }
        expect(pages).toEqual(under(german, austrian))
      },
    )

    it('shows one card of a flood, and the next one once that is decided', async () => {
      const { id: articleId } = await storePiece(world())
      const first = await described(articleId, {}, { addressKey: 'a' })
      const second = await described(articleId, { floodId: first }, { addressKey: 'b' })
      const third = await described(articleId, { floodId: first }, { addressKey: 'b' })
      expect(await list('waiting')).toEqual([first])
      expect((await world().queueReader.counts()).waiting).toBe(3)
      const [card] = (await world().queueReader.list(questionOf('waiting'))).rows
      expect(card?.flood).toEqual({ id: first, waiting: 3, networks: 2 })
      expect(await world().queueReader.waitingInFlood(first, Number.MAX_SAFE_INTEGER, 2)).toEqual([
        first,
        second,
      ])
      expect(await world().queueReader.waitingInFlood(first, 0, 2)).toEqual([])
      const behind = (ids: readonly string[], until = Number.MAX_SAFE_INTEGER, limit = 9) =>
        world().queueReader.foldedBehind(ids, until, limit)
      expect(await behind([first, 'unknown'])).toEqual([second, third])
      expect(await behind([first], Number.MAX_SAFE_INTEGER, 1)).toEqual([second])
      expect(await behind([first], 0)).toEqual([])
      // What is folded itself stands for nobody.
      expect(await behind([second])).toEqual([])
      expect(await behind([])).toEqual([])
      await move(world(), first, 'spam')
      expect(await list('waiting')).toEqual([second])
      const all = await Promise.all([second, third].map((id) => aChange(world(), id, 'spam')))
      expect(await world().commentStore.applyAll(all)).toEqual(new Set([second, third]))
      expect(await list('waiting')).toEqual([])
      await move(world(), third, 'pending')
      await move(world(), first, 'pending')
      expect(await list('waiting')).toEqual([first])
    })
  })
})
