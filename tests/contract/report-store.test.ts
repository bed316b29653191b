import { describe, expect, it } from 'vitest'
import type { NewReport, Report } from '../../lib/comments/report-store'
import { type OpenWorld, onEveryBackend } from './support/backends'
import type { Cursor } from '../../lib/kernel/paging'
import { questionOf } from '../support/queue-page'
import { aChange, aDecision, move, recordOf, storeComment, storePiece, storeUser } from './support/rows'

const aReport = (
  world: OpenWorld,
  comment: { readonly id: string; readonly latestRevisionId: string; readonly articleId: string },
  given: Partial<Report> = {},
): NewReport => {
  const id = world.ids.ordered()
  const { id: commentId, articleId, latestRevisionId: revisionId } = comment
  return {
    report: {
      ...{ id, commentId, revisionId, reporterKey: 'guest:a', reason: 'rude', note: '' },
      ...{ createdAt: world.clock.now(), resolvedAt: null, weight: 5, ...given },
    },
    guest: null,
    effects: [{ key: id, effect: { kind: 'comment.reported', commentId, articleId } }],
  }
}

onEveryBackend('ReportStore', (world) => {
  const aComment = async () => {
    const { id: articleId } = await storePiece(world())
    return storeComment(world(), { articleId, status: 'approved' })
  }
  const onCard = async (commentId: string): Promise<readonly Report[]> =>
    (await world().queueReader.card(commentId))?.reports ?? []
  const told = async (): Promise<number> =>
    (await world().outboxStore.lease(world().clock.now(), 1000, 1)).length

  it('keeps a report word for word, with the reporter’s guest row, and shows it on the card', async () => {
    const comment = await aComment()
    const guest = { id: world().ids.random(), keyHash: world().ids.random(), createdAt: world().clock.now() }
    const report = aReport(world(), comment, { reporterKey: `guest:${guest.id}`, note: '‮Zoë 🐦\n<b>' })
    expect(await world().reportStore.insert({ ...report, guest })).toBe(true)
    expect(await onCard(comment.id)).toEqual([report.report])
    expect(await world().accountStore.findGuestByKeyHash(guest.keyHash)).toEqual(guest)
    expect(await told()).toBe(1)
  })

  it('stores one per reader and text, however parallel, and no guest for the rest', async () => {
    const comment = await aComment()
    const guests = Array.from({ length: 4 }, () => ({
      ...{ id: world().ids.random(), keyHash: world().ids.random(), createdAt: world().clock.now() },
    }))
    const outcomes = await Promise.all(
      guests.map((guest) => world().reportStore.insert({ ...aReport(world(), comment), guest })),
    )
    expect(outcomes.filter(Boolean)).toHaveLength(1)
    expect(await onCard(comment.id)).toHaveLength(1)
    expect(await told()).toBe(1)
    const found = await Promise.all(
      guests.map(({ keyHash }) => world().accountStore.findGuestByKeyHash(keyHash)),
    )
    expect(found.filter(Boolean)).toHaveLength(1)
  })

  it('takes another report of a later text in place of the first, open again', async () => {
    const comment = await aComment()
    const first = aReport(world(), comment)
    await world().reportStore.insert(first)
    await move(world(), comment.id, 'rejected')
    expect(await onCard(comment.id)).toEqual([])
    const later = aReport(world(), comment, { revisionId: 'a-later-text', reason: 'spam' })
    expect(await world().reportStore.insert(later)).toBe(true)
    expect(await onCard(comment.id)).toEqual([later.report])
  })

  describe('and the desk', () => {
    it('lists what is visible and reported, newest first, and counts it once', async () => {
      const { queueReader, reportStore, clock } = world()
      const { id: articleId } = await storePiece(world())
      const older = await storeComment(world(), { articleId, status: 'approved' })
      clock.advance(1)
      const newer = await storeComment(world(), { articleId, status: 'approved' })
      clock.advance(1)
      const below = await storeComment(world(), { articleId, status: 'approved', parent: newer })
      await storeComment(world(), { articleId, status: 'approved' })
      for (const comment of [older, newer, below]) await reportStore.insert(aReport(world(), comment))
      await reportStore.insert(aReport(world(), older, { reporterKey: 'user:b' }))
      const list = async (after: Cursor | null, limit: number) =>
        (await queueReader.list(questionOf('reported', after, limit))).rows.map(({ comment }) => comment.id)
      expect(await list(null, 5)).toEqual([below.id, newer.id, older.id])
      expect(await list({ at: newer.createdAt, id: newer.id }, 5)).toEqual([older.id])
      expect((await queueReader.counts()).reported).toBe(3)
      // What hides the branch answers the report of its own comment, and takes the one below out of sight.
      await move(world(), newer.id, 'spam')
      expect(await list(null, 5)).toEqual([older.id])
      expect(await onCard(below.id)).toHaveLength(1)
    })

    it('lists in the order of what the reports weigh, heaviest first, a page at a time', async () => {
      const { queueReader, reportStore } = world()
      const { id: articleId } = await storePiece(world())
      const [light, heavy, crowd, done] = [
        await storeComment(world(), { articleId, status: 'approved' }),
        await storeComment(world(), { articleId, status: 'approved' }),
        await storeComment(world(), { articleId, status: 'approved' }),
        await storeComment(world(), { articleId, status: 'approved' }),
      ]
      await reportStore.insert(aReport(world(), heavy, { weight: 839 }))
      await reportStore.insert(aReport(world(), light))
      await reportStore.insert(aReport(world(), done, { weight: 900 }))
      for (let n = 0; n < 120; n += 1) {
        await reportStore.insert(aReport(world(), crowd, { reporterKey: `guest:${n}` }))
      }
      const asked = (after: Cursor | null, limit: number) =>
        queueReader.list({ ...questionOf('reported', after, limit), order: 'priority' })
      const list = async (after: Cursor | null, limit: number) =>
        (await asked(after, limit)).rows.map(({ comment }) => comment.id)
      expect(await list(null, 5)).toEqual([done.id, heavy.id, crowd.id, light.id])
      const { next } = await asked(null, 2)
      expect(await list(next, 5)).toEqual([crowd.id, light.id])
      await move(world(), done.id, 'rejected')
      expect(await list(null, 5)).toEqual([heavy.id, crowd.id, light.id])
    })

    it('has its reports answered by a decision, and open again when that is undone', async () => {
      const comment = await aComment()
      await world().reportStore.insert(aReport(world(), comment))
      world().clock.advance(1)
      const change = await aChange(world(), comment.id, 'rejected')
      expect(await world().commentStore.apply(change)).toBe(true)
      expect(await onCard(comment.id)).toEqual([])
      expect((await world().queueReader.counts()).reported).toBe(0)
      world().clock.advance(1)
      const record = await recordOf(world(), comment.id)
      const undo = aDecision(world(), record, 'approved', {
        move: 'undo',
        undoesId: change.decision?.id ?? '',
      })
      const back = await aChange(world(), comment.id, 'approved', { decision: undo })
      expect(await world().commentStore.apply(back)).toBe(true)
      expect(await onCard(comment.id)).toHaveLength(1)
      expect((await world().queueReader.counts()).reported).toBe(1)
    })

    it('keeps a report of the public text open when another text is judged', async () => {
      const comment = await aComment()
      await world().reportStore.insert(aReport(world(), comment))
      const record = await recordOf(world(), comment.id)
      const edit = { ...record.revisions[0], id: world().ids.random(), number: 2, state: 'pending' as const }
      const { status, version } = record.comment
      const { commentStore } = world()
      const waiting = {
        ...(await aChange(world(), comment.id, 'approved')).to,
        pendingRevisionId: edit.id,
        latestRevisionId: edit.id,
      }
      const revision = { ...edit, commentId: comment.id, body: 'New.', fingerprint: 'f', createdAt: 1 }
      await commentStore.apply({
        commentId: comment.id,
        expect: { status, version },
        to: waiting,
        revision,
        decision: null,
        effects: [],
      })
      const rejected = aDecision(world(), record, 'approved', { revisionId: edit.id, move: 'reject' })
      await commentStore.apply({
        commentId: comment.id,
        expect: { status, version: version + 1 },
        to: { ...waiting, pendingRevisionId: null, revisions: { [edit.id]: 'rejected' } },
        decision: rejected,
        effects: [],
      })
      expect(await onCard(comment.id)).toHaveLength(1)
    })
  })

  describe('and what reporters are worth', () => {
    const judge = async (commentId: string, to: 'rejected' | 'approved') => {
      const record = await recordOf(world(), commentId)
      const { id: userId, name } = await storeUser(world(), { role: 'moderator' })
      const actor = { kind: 'user', userId, name, role: 'moderator', sessionId: '' } as const
      const decision = aDecision(world(), record, to, { actor, move: to === 'approved' ? 'keep' : 'reject' })
      world().clock.advance(1)
      await world().commentStore.apply(await aChange(world(), commentId, to, { decision }))
      return decision
    }
    const undo = async (commentId: string, undoesId: string, to: 'approved') => {
      const record = await recordOf(world(), commentId)
      const decision = aDecision(world(), record, to, { move: 'undo', undoesId })
      world().clock.advance(1)
      await world().commentStore.apply(await aChange(world(), commentId, to, { decision }))
    }

    it('counts what decisions made of their reports, and takes it back with them', async () => {
      const { reportStore } = world()
      const [bad, good] = [await aComment(), await aComment()]
      for (const comment of [bad, good]) await reportStore.insert(aReport(world(), comment))
      expect(await reportStore.recordOf('guest:a')).toEqual({ agreed: 0, dismissed: 0 })
      const rejected = await judge(bad.id, 'rejected')
      await judge(good.id, 'approved')
      expect(await reportStore.recordOf('guest:a')).toEqual({ agreed: 1, dismissed: 1 })
      expect(await reportStore.recordOf('guest:b')).toEqual({ agreed: 0, dismissed: 0 })
      await undo(bad.id, rejected.id, 'approved')
      expect(await reportStore.recordOf('guest:a')).toEqual({ agreed: 0, dismissed: 1 })
      expect(await onCard(bad.id)).toHaveLength(1)
    })

    it('stores what the open reports of a comment weigh together, however parallel they come', async () => {
      const { reportStore } = world()
      const comment = await aComment()
      expect(await reportStore.scoreOf(comment.id)).toBeNull()
      const newcomers = Array.from({ length: 30 }, (_, n) =>
        reportStore.insert(aReport(world(), comment, { reporterKey: `guest:${n}` })),
      )
      await Promise.all(newcomers)
      expect(await reportStore.scoreOf(comment.id)).toBe(150)
      await reportStore.insert(aReport(world(), comment, { reporterKey: 'user:right', weight: 839 }))
      expect(await reportStore.scoreOf(comment.id)).toBe(989)
      const kept = await judge(comment.id, 'approved')
      expect(await reportStore.scoreOf(comment.id)).toBeNull()
      await undo(comment.id, kept.id, 'approved')
      expect(await reportStore.scoreOf(comment.id)).toBe(989)
    })

    it('lets no crowd of newcomers weigh more than their share', async () => {
      const { reportStore } = world()
      const comment = await aComment()
      for (let n = 0; n < 110; n += 1)
        await reportStore.insert(aReport(world(), comment, { reporterKey: `guest:${n}` }))
      expect(await reportStore.scoreOf(comment.id)).toBe(500)
    })

    it('does not bring back a text whose reports were dismissed, and counts nobody’s repeat', async () => {
      const { reportStore } = world()
      const comment = await aComment()
      await reportStore.insert(aReport(world(), comment))
      await judge(comment.id, 'approved')
      await told()
      expect(await reportStore.insert(aReport(world(), comment, { reporterKey: 'guest:late' }))).toBe(true)
      expect(await onCard(comment.id)).toEqual([])
      expect(await reportStore.scoreOf(comment.id)).toBeNull()
      expect((await world().queueReader.counts()).reported).toBe(0)
      expect(await reportStore.recordOf('guest:late')).toEqual({ agreed: 0, dismissed: 0 })
      expect(await told()).toBe(0)
      const later = aReport(world(), comment, { reporterKey: 'guest:late', revisionId: 'a-later-text' })
      expect(await reportStore.insert(later)).toBe(true)
      expect(await onCard(comment.id)).toHaveLength(1)
    })
  })
})
