import { expect, it } from 'vitest'
import { ANONYMOUS } from '../../../../lib/kernel/actor'
import { DAY, MINUTE } from '../../../../lib/kernel/clock'
import { Learner } from '../../../../lib/moderation/learner/learner'
import { learnerReport } from '../../../../lib/moderation/learner/learner-report'
import { must } from '../../../support/builders/must'
import { conversation, decideOn, person, post, publicPiece } from '../../../support/conversation'
import { memoryPorts } from '../../../support/memory/memory-ports'
import { refusal } from '../../../support/people'

const stage = async () => {
  const deps = conversation(memoryPorts())
  const [owner, moderator] = [await person(deps, 'owner', 'Olive'), await person(deps, 'moderator', 'Mo')]
  const { slug } = await publicPiece(deps, owner)
  const learner = new Learner(deps)
  /** A comment that had been given this score when it came in, and what people made of it. */
  const judged = async (spamScore: number, move: 'approve' | 'spam', isProbe = false): Promise<string> => {
    const { commentId } = await post(deps, { slug })
    deps.tables.estimates.set(commentId, { spamScore, isProbe })
    deps.clock.advance(MINUTE)
    return decideOn(deps, moderator, commentId, move)
  }
  const report = () => must('report', learnerReport({ ...deps, learner }, owner))
  return { deps, moderator, learner, judged, report }
}

it('holds the scores of comments against what people decided, share by share', async () => {
  const { judged, report } = await stage()
  const scores = [990, 970, 960, 860, 820, 510] as const
  for (const score of scores) await judged(score, 'spam')
  await judged(965, 'approve')
  await judged(830, 'approve')
  await judged(120, 'spam')
  await judged(40, 'approve')
  const { judged: decisions, lines } = await report()
  expect(decisions).toBe(10)
  // Of seven that were spam, six scored 500 and more, five 800 and more, three 950 and more; of what was let stand one and two.
  expect(lines).toEqual([
    { from: 500, called: 8, precision: 6 / 8, recall: 6 / 7 },
    { from: 800, called: 7, precision: 5 / 7, recall: 5 / 7 },
    { from: 950, called: 4, precision: 3 / 4, recall: 3 / 7 },
  ])
})

it('counts the probes, looks back ninety days, and says nothing where nothing is known', async () => {
  const { deps, judged, report } = await stage()
  await judged(980, 'spam', true)
  await judged(990, 'approve', true)
  expect((await report()).probes).toEqual({ decided: 2, spam: 1 })
  deps.clock.advance(91 * DAY)
  const later = await report()
  expect(later).toMatchObject({ judged: 0, probes: { decided: 0, spam: 0 } })
  expect(later.lines.map(({ precision, recall }) => [precision, recall])).toEqual(Array(3).fill([null, null]))
})

it('is the owner’s to read', async () => {
  const { deps, moderator, learner } = await stage()
  for (const actor of [moderator, ANONYMOUS])
    expect(refusal(await learnerReport({ ...deps, learner }, actor)).code).toBe('forbidden')
})
