import { expect, it } from 'vitest'
import type { Actor } from '../../lib/kernel/actor'
import { onEveryBackend } from './support/backends'
import {
  aChange,
  aDecision,
  aSubmission,
  recordOf,
  storeComment,
  storePiece,
  storeUser,
} from './support/rows'

onEveryBackend('LessonStore', (world) => {
  const moderator = async (): Promise<Actor & { kind: 'user' }> => {
    const { id, name } = await storeUser(world(), { role: 'moderator' })
    return { kind: 'user', userId: id, role: 'moderator', name, sessionId: '' }
  }
  const decide = async (
    actor: Actor,
    move: 'approve' | 'spam' | 'reject',
    given: { body?: string; userId?: string; undoesId?: string } = {},
  ) => {
    const { undoesId, ...comment } = given
    const { id: articleId } = await storePiece(world())
    const { id } = await storeComment(world(), { articleId, name: 'Rita', ...comment })
    const to = move === 'approve' ? 'approved' : move === 'spam' ? 'spam' : 'rejected'
    const facts = undoesId ? { move: 'undo' as const, undoesId } : { move }
    const decision = aDecision(world(), await recordOf(world(), id), to, { actor, ...facts })
    await world().commentStore.apply(await aChange(world(), id, to, { decision }))
    return decision.id
  }

  it('gives what people decided about other people’s words, in order, without what was undone', async () => {
    const sam = await moderator()
    const store = world().lessonStore
    const [good, spam] = [
      await decide(sam, 'approve', { body: 'Good.' }),
      await decide(sam, 'spam', { body: 'Buy.' }),
    ]
    await decide(sam, 'reject')
    await decide({ kind: 'system' }, 'spam')
    await decide(sam, 'approve', { userId: sam.userId })
    const undone = await decide(sam, 'spam')
    const before = (await store.undoneAfter('')).last
    const undo = await decide(sam, 'approve', { undoesId: undone })
    expect(before).toBe('')
    expect(await store.idsAfter('', 10)).toEqual([good, spam])
    expect(await store.idsAfter(good, 10)).toEqual([spam])
    expect(await store.idsAfter('', 1)).toEqual([good])
    expect([await store.countTo(good), await store.countTo(spam), await store.countTo('')]).toEqual([1, 2, 0])
    expect(await store.lessons([spam, good])).toEqual([
      { id: good, spam: false, text: { body: 'Good.', name: 'Rita', member: false, reply: false } },
      { id: spam, spam: true, text: { body: 'Buy.', name: 'Rita', member: false, reply: false } },
    ])
    expect(await store.lessons([])).toEqual([])
    expect(await store.undoneAfter('')).toEqual({ decisions: [undone], last: undo })
    expect(await store.undoneAfter(undo)).toEqual({ decisions: [], last: undo })
  })

  it('keeps the ten newest snapshots of a version, and drops those that hold a lesson', async () => {
    const store = world().lessonStore
    const snapshot = (n: number, version = 9) => ({
      ...{ position: `p${String(n).padStart(2, '0')}`, version, lessons: n, weights: `w${n}` },
    })
    for (let n = 1; n <= 12; n += 1) await store.keep(snapshot(n))
    await store.keep({ ...snapshot(12), weights: 'again' })
    const kept = await store.snapshots(9)
    expect(kept.map(({ lessons }) => lessons)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3])
    expect(kept[0]?.weights).toBe('again')
    expect(await store.snapshots(8)).toEqual([])
    await store.dropFrom('p05')
    expect((await store.snapshots(9)).map(({ lessons }) => lessons)).toEqual([4, 3])
    await store.dropFrom('p00')
  })

  it('holds scores to what was decided', async () => {
    const sam = await moderator()
    const { id: articleId } = await storePiece(world())
    const scored = async (spamScore: number, isProbe: boolean, to: 'approved' | 'spam') => {
      const submission = { ...aSubmission(world(), { articleId }), estimate: { spamScore, isProbe } }
      await world().commentStore.insert(submission)
      const { id } = submission.comment
      const move = to === 'spam' ? 'spam' : 'approve'
      const decision = aDecision(world(), await recordOf(world(), id), to, { actor: sam, move })
      await world().commentStore.apply(await aChange(world(), id, to, { decision }))
    }
    const now = world().clock.now()
    await scored(120, false, 'approved')
    await scored(140, false, 'approved')
    await scored(999, false, 'spam')
    await scored(960, true, 'approved')
    await decide(sam, 'spam')
    expect(await world().lessonStore.outcomes(now)).toEqual([
      { score: 100, spam: false, probe: false, decisions: 2 },
      { score: 950, spam: false, probe: true, decisions: 1 },
      { score: 950, spam: true, probe: false, decisions: 1 },
    ])
    expect(await world().lessonStore.outcomes(now + 1)).toEqual([])
  })
})
