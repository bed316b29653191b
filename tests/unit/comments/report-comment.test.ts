import { describe, expect, it } from 'vitest'
import { memoryLimits } from '../../../lib/adapters/memory-limits'
import { findGuest } from '../../../lib/accounts/guests'
import { openReport } from '../../../lib/comments/open-report'
import { REPORT_NOTE_MAX, reportComment, reportCommentInput } from '../../../lib/comments/report-comment'
import { ANONYMOUS, type Actor } from '../../../lib/kernel/actor'
import { LIMITS } from '../../../lib/kernel/limits'
import { listQueue } from '../../../lib/moderation/list-queue'
import { aClient } from '../../support/builders/a-client'
import { must } from '../../support/builders/must'
import { conversation, decideOn, person, post, publicPiece } from '../../support/conversation'
import { memoryPorts } from '../../support/memory/memory-ports'

const stage = async () => {
  const deps = conversation(memoryPorts())
  const ada = await person(deps, 'moderator', 'Ada')
  const { slug, id: articleId } = await publicPiece(deps, ada)
  const { commentId, author } = await post(deps, { slug, body: 'A bold claim.' })
  await decideOn(deps, ada, commentId, 'approve')
  deps.tables.outbox.clear()
  const report = (by: Actor, given: { commentId?: string; note?: string; reason?: 'rude' | 'spam' } = {}) =>
    reportComment(deps, by, { commentId, reason: 'rude', ...given }, aClient())
  const stored = () => [...deps.tables.reports.values()]
  return { deps, ada, slug, articleId, commentId, author, report, stored }
}

const reader: Actor = { kind: 'guest', guestId: 'reader' }

describe('reporting a comment', () => {
  it('is stored with the text it is about, and tells those who listen', async () => {
    const { deps, articleId, commentId, report, stored } = await stage()
    expect(await must('report', report(reader, { note: '  It is\r\nnot so.\u0000 ' }))).toEqual({
      guestSecret: null,
    })
    const { approvedRevisionId } = deps.tables.comments.get(commentId) ?? {}
    expect(stored()).toEqual([
      {
        ...{ id: expect.any(String), commentId, revisionId: approvedRevisionId, reporterKey: 'guest:reader' },
        ...{
          reason: 'rude',
          note: 'It is\nnot so.',
          createdAt: deps.clock.now(),
          resolvedAt: null,
          weight: 5,
          outcome: null,
          outcomeBy: null,
        },
      },
    ])
    expect([...deps.tables.outbox.values()].map(({ effect }) => effect)).toEqual([
      { kind: 'comment.reported', commentId, articleId },
    ])
  })

  it('is acknowledged again, and stored once, however often it is said', async () => {
    const { deps, report, stored } = await stage()
    const first = await report(reader)
    expect(await report(reader, { reason: 'spam', note: 'And another thing.' })).toEqual(first)
    expect(stored()).toHaveLength(1)
    expect(deps.tables.outbox.size).toBe(1)
  })

  it('makes an anonymous reader a guest by it', async () => {
    const { deps, report, stored } = await stage()
    const { guestSecret } = await must('report', report(ANONYMOUS))
    const guest = await findGuest(deps, guestSecret ?? '')
    expect(stored()[0]?.reporterKey).toBe(`guest:${guest?.guestId}`)
  })

  it('shows on the desk by reason, with what was written, until a decision answers it', async () => {
    const { deps, ada, commentId, report } = await stage()
    await report(reader, { note: 'First.' })
    await report(ANONYMOUS, { note: 'Second.' })
    await report({ kind: 'guest', guestId: 'third' }, { reason: 'spam' })
    const reported = await must('list', listQueue(deps, ada, { tab: 'reported' }))
    expect(reported.counts.reported).toBe(1)
    expect(reported.cards.map(({ reports }) => reports)).toEqual([
      [
        { reason: 'It insults or attacks somebody', count: 2, notes: ['First.', 'Second.'] },
        { reason: 'It is advertising or spam', count: 1, notes: [] },
      ],
    ])
    await decideOn(deps, ada, commentId, 'reject')
    const after = await must('list', listQueue(deps, ada, { tab: 'reported' }))
    expect(after).toMatchObject({ cards: [], counts: { reported: 0 } })
  })
})

describe('what is refused', () => {
  it('one’s own comment', async () => {
    const { author, report, stored } = await stage()
    expect(await report(author)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    expect(stored()).toEqual([])
  })

  it('a hidden comment, exactly like an unknown one', async () => {
    const { deps, ada, slug, commentId, report, stored } = await stage()
    const waiting = await post(deps, { slug })
    const unknown = await report(reader, { commentId: deps.ids.random() })
    expect(unknown).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(await report(reader, { commentId: waiting.commentId })).toEqual(unknown)
    expect(await report(waiting.author, { commentId: waiting.commentId })).toEqual(unknown)
    expect(await report(reader, { commentId: '../..' })).toEqual(unknown)
    await decideOn(deps, ada, commentId, 'spam')
    expect(await report(reader)).toEqual(unknown)
    expect(stored()).toEqual([])
  })

  it('a note that is too long, by code points, saying by how much', async () => {
    const { report, stored } = await stage()
    const refused = await report(reader, { note: '🐦'.repeat(REPORT_NOTE_MAX + 2) })
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'invalid', fields: { note: 'Please shorten this by 2 characters.' } },
    })
    expect(stored()).toEqual([])
    await must('report', report(reader, { note: '🐦'.repeat(REPORT_NOTE_MAX) }))
  })

  it.each([
    ['no reason', {}, 'Choose what is wrong with the comment.'],
    ['a reason of their own', { reason: 'boring' }, 'Choose what is wrong with the comment.'],
    ['an operator', { reason: { not: 'rude' } }, 'Choose what is wrong with the comment.'],
  ])('%s', (_, given, words) => {
    const parsed = reportCommentInput.safeParse({ commentId: 'x', ...given })
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual([words])
  })

  it('more than the limit from one address block', async () => {
    const { deps, commentId } = await stage()
    const limited = { ...deps, limits: memoryLimits() }
    const say = (n: number, household = 1) =>
      reportComment(
        limited,
        { kind: 'guest', guestId: `g${n}` },
        { commentId, reason: 'rude' },
        aClient(household),
      )
    const { points } = LIMITS['report.hour']
    for (let n = 0; n < points; n += 1) expect((await say(n)).ok).toBe(true)
    expect(await say(points)).toMatchObject({ ok: false, error: { code: 'limited' } })
    expect((await say(points, 2)).ok).toBe(true)
  })
})

describe('the page of a report', () => {
  it('shows the comment, the reasons, and whether it is one’s own', async () => {
    const { deps, author, slug, commentId } = await stage()
    const page = await openReport(deps, reader, { commentId })
    expect(page).toMatchObject({
      ...{ path: `/articles/${slug}`, mayReport: true },
      comment: { id: commentId, body: 'A bold claim.' },
    })
    expect(page?.reasons.map(({ reason }) => reason)).toContain('other')
    expect(await openReport(deps, author, { commentId })).toMatchObject({ mayReport: false })
  })

  it('is there for nothing hidden, not even for its author', async () => {
    const { deps, ada, slug, commentId } = await stage()
    const waiting = await post(deps, { slug })
    await decideOn(deps, ada, commentId, 'hold')
    for (const by of [reader, waiting.author, ada]) {
      expect(await openReport(deps, by, { commentId: waiting.commentId })).toBeNull()
      expect(await openReport(deps, by, { commentId })).toBeNull()
    }
    expect(await openReport(deps, reader, { commentId: 'unknown' })).toBeNull()
  })
})

describe('how much reports move a comment', () => {
  it('is less for a hundred new readers together than for one who was right twenty times of twenty', async () => {
    const { deps, ada, slug, commentId } = await stage()
    const right: Actor = { kind: 'guest', guestId: 'always-right' }
    const say = (by: Actor, about: string) =>
      must('report', reportComment(deps, by, { commentId: about, reason: 'rude' }, aClient()))
    const another = async () => {
      const posted = await post(deps, { slug }, ANONYMOUS)
      await decideOn(deps, ada, posted.commentId, 'approve')
      return posted.commentId
    }
    for (let n = 0; n < 20; n += 1) {
      const bad = await another()
      await say(right, bad)
      await decideOn(deps, ada, bad, 'reject')
    }
    expect(await deps.reportStore.recordOf('guest:always-right')).toEqual({ agreed: 20, dismissed: 0 })
    const brigaded = await another()
    for (let n = 0; n < 100; n += 1) await say({ kind: 'guest', guestId: `new-${n}` }, brigaded)
    await say(right, commentId)
    const [crowd, one] = [await deps.reportStore.scoreOf(brigaded), await deps.reportStore.scoreOf(commentId)]
    expect(crowd).toBe(500)
    expect(one).toBe(839)
  })

  it('is answered by keeping the comment, once and for this text', async () => {
    const { deps, ada, commentId, report } = await stage()
    await must('report', report(reader))
    const tab = async () => (await must('queue', listQueue(deps, ada, { tab: 'reported' }))).cards
    expect((await tab())[0]?.moves).toContain('keep')
    await decideOn(deps, ada, commentId, 'keep')
    expect(await tab()).toEqual([])
    await must('report', report({ kind: 'guest', guestId: 'another' }))
    expect(await tab()).toEqual([])
    const approved = (await must('queue', listQueue(deps, ada, { tab: 'approved' }))).cards
    expect(approved[0]?.moves).not.toContain('keep')
  })
})
