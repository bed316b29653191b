import { expect, it } from 'vitest'
import type { Measure } from '../../lib/accounts/measure'
import type { LogQuestion } from '../../lib/moderation/log-reader'
import { DAY } from '../../lib/kernel/clock'
import { onEveryBackend } from './support/backends'
import { aChange, aDecision, recordOf, storeComment, storePiece, storeUser } from './support/rows'

onEveryBackend('LogReader and StatisticsReader', (world) => {
  const everything: LogQuestion = {
    ...{ who: null, move: null, reason: null, articleId: null, from: null, until: null },
  }
  const moderator = async (name: string) => {
    const { id: userId } = await storeUser(world(), { role: 'moderator', name })
    return { kind: 'user', userId, name, role: 'moderator', sessionId: '' } as const
  }
  type Moderator = Awaited<ReturnType<typeof moderator>>
  const decide = async (
    by: Moderator,
    commentId: string,
    to: 'approved' | 'rejected' | 'spam',
    reason: string | null = null,
  ) => {
    world().clock.advance(1_000)
    const record = await recordOf(world(), commentId)
    const move = ({ approved: 'approve', rejected: 'reject', spam: 'spam' } as const)[to]
    const decision = aDecision(world(), record, to, { actor: by, move, reason })
    await world().commentStore.apply(await aChange(world(), commentId, to, { decision }))
    return decision
  }
  const stage = async () => {
    const [ada, ben] = [await moderator('Ada'), await moderator('Ben')]
    const [one, two] = [await storePiece(world()), await storePiece(world())]
    const first = await storeComment(world(), { articleId: one.id, body: 'The first.' })
    const second = await storeComment(world(), { articleId: two.id })
    const third = await storeComment(world(), { articleId: two.id })
    const decisions = [
      await decide(ada, first.id, 'approved'),
      await decide(ben, second.id, 'rejected', 'Off topic'),
      await decide(ben, third.id, 'spam', '50% =SUM(1)'),
    ]
    return { ada, ben, one, two, first, second, third, decisions }
  }
  const ids = async (question: Partial<LogQuestion>) =>
    (await world().logReader.list({ ...everything, ...question }, null, 10)).map(({ id }) => id)

  it('lists what was decided, newest first, page by page, with the text that was judged', async () => {
    const { decisions } = await stage()
    const expected = decisions.map(({ id }) => id).reverse()
    const page = await world().logReader.list(everything, null, 2)
    expect(page.map(({ id }) => id)).toEqual(expected)
    const at = page[1]
    const rest = await world().logReader.list(everything, { at: at?.at ?? 0, id: at?.id ?? '' }, 2)
    expect(rest).toHaveLength(1)
    expect(rest[0]).toMatchObject({ kind: 'decision', body: 'The first.', decision: { actorName: 'Ada' } })
  })

  it('shows only what was asked for, letter by letter', async () => {
    const { ada, ben, one, decisions } = await stage()
    const [approved = '', rejected = '', spam = ''] = decisions.map(({ id }) => id)
    expect(await ids({ who: ada.userId })).toEqual([approved])
    expect(await ids({ who: ben.userId })).toEqual([spam, rejected])
    expect(await ids({ who: 'stet' })).toEqual([])
    expect(await ids({ move: 'reject' })).toEqual([rejected])
    expect(await ids({ reason: 'topic' })).toEqual([rejected])
    expect(await ids({ reason: '%' })).toEqual([spam])
    expect(await ids({ reason: '_' })).toEqual([])
    expect(await ids({ articleId: one.id })).toEqual([approved])
    const [, middle] = decisions
    const at = middle?.createdAt ?? 0
    expect(await ids({ from: at })).toEqual([spam, rejected])
    expect(await ids({ until: at })).toEqual([approved])
  })

  it('holds what was done about people among it, and whether it stands', async () => {
    const { ada, ben } = await stage()
    const { clock, measureStore } = world()
    clock.advance(1_000)
    const measure: Measure = {
      ...{ id: world().ids.random(), actId: world().ids.random(), kind: 'ban', targetKind: 'guest' },
      ...{ targetKey: 'guest:g', personKey: 'guest:g', reason: 'Insults “again”', note: '' },
      ...{ createdBy: ada.userId, createdAt: clock.now(), expiresAt: null, liftedAt: null, liftedBy: null },
      readAt: null,
    }
    const detail = { act: measure.actId, kind: 'ban', name: 'Zoë', reason: measure.reason }
    const subject = 'person:guest:g'
    const audit = { actor: ada, action: 'take.measure', subject, detail }
    await measureStore.take({ measures: [measure], signsOut: null, audit })
    const [newest] = await world().logReader.list({ ...everything, move: 'measure' }, null, 5)
    expect(newest).toMatchObject({
      ...{ kind: 'measure', what: 'taken', measure: 'ban', personName: 'Zoë', stands: true },
      ...{ actorName: 'Ada', reason: measure.reason, personKey: 'guest:g', at: clock.now() },
    })
    expect(await ids({ reason: '“again”' })).toEqual([newest?.id])
    clock.advance(1_000)
    await measureStore.lift(measure.actId, ben.userId, clock.now(), {
      ...audit,
      ...{ actor: ben, action: 'lift.measure' },
    })
    const all = await world().logReader.list({ ...everything, move: 'measure' }, null, 5)
    expect(all.map((entry) => entry.kind === 'measure' && [entry.what, entry.stands])).toEqual([
      ['lifted', false],
      ['taken', false],
    ])
  })

  it('counts what arrived, what was decided by whom, how long it waited, and leaves out what was undone', async () => {
    const { ada, ben, first, decisions } = await stage()
    const { statisticsReader, clock } = world()
    const record = await recordOf(world(), first.id)
    const undo = aDecision(world(), record, 'pending', {
      ...{ actor: ada, move: 'undo', undoesId: decisions[0]?.id ?? '' },
    })
    await world().commentStore.apply(await aChange(world(), first.id, 'pending', { decision: undo }))
    const span = { from: clock.now() - DAY, until: clock.now() + DAY }
    const arrivals = await statisticsReader.arrivals(span)
    expect(arrivals).toEqual([{ day: Math.floor(first.createdAt / DAY), comments: 3 }])
    const counted = await statisticsReader.decisions(span)
    expect(counted.map(({ name, move, decisions: n }) => `${name} ${move} ${n}`).sort()).toEqual([
      'Ben reject 1',
      'Ben spam 1',
    ])
    expect(await statisticsReader.waits(span, 10)).toEqual([
      { userId: ben.userId, waited: 3_000 },
      { userId: ben.userId, waited: 2_000 },
    ])
    expect(await statisticsReader.waits(span, 1)).toHaveLength(1)
    expect(await statisticsReader.decisions({ from: 0, until: 1 })).toEqual([])
  })
})
