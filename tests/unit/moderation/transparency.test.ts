import { expect, it } from 'vitest'
import { DAY } from '../../../lib/kernel/clock'
import { type DecisionTally, OTHER_REASON } from '../../../lib/moderation/decision-log'
import { transparency } from '../../../lib/moderation/transparency'
import { memoryPorts } from '../../support/memory/memory-ports'
import { PinnedClock } from '../../support/memory/pinned-clock'

const NOON = Date.UTC(2031, 2, 15, 12)
const tally = (given: Partial<DecisionTally>): DecisionTally => ({
  year: 2031,
  month: 3,
  move: 'approve',
  reason: null,
  decisions: 1,
  ...given,
})

const measured = (rows: readonly DecisionTally[]) => {
  const clock = new PinnedClock()
  clock.set(NOON)
  const asked: [number, number][] = []
  const decisionLog = {
    tallies: async (from: number, until: number) => {
      asked.push([from, until])
      return rows
    },
  }
  return { clock, asked, ask: transparency({ ...memoryPorts({ clock }), decisionLog }) }
}

it('says nothing of a month with fewer than twenty decisions', async () => {
  const { ask } = measured([tally({ decisions: 19 }), tally({ month: 2, decisions: 20 })])
  expect(await ask()).toEqual([
    { year: 2031, month: 2, decisions: 20, moves: [{ move: 'approve', count: 20 }], reasons: [] },
  ])
})

it('rounds to tens, and does not tell how few the few are', async () => {
  const { ask } = measured([
    tally({ decisions: 94 }),
    tally({ move: 'reject', reason: 'Off topic', decisions: 9 }),
    tally({ move: 'reject', reason: OTHER_REASON, decisions: 16 }),
    tally({ move: 'reject', decisions: 1 }),
    tally({ move: 'spam', decisions: 5 }),
  ])
  expect(await ask()).toEqual([
    {
      ...{ year: 2031, month: 3, decisions: 130 },
      moves: [
        { move: 'approve', count: 90 },
        { move: 'reject', count: 30 },
        { move: 'spam', count: null },
      ],
      reasons: [
        { reason: OTHER_REASON, count: 20 },
        { reason: 'Off topic', count: null },
        { reason: null, count: null },
      ],
    },
  ])
})

it('asks for twelve months up to the last midnight, once a day', async () => {
  const { ask, asked, clock } = measured([])
  await ask()
  clock.advance(DAY / 2 - 1)
  await ask()
  expect(asked).toEqual([[Date.UTC(2030, 3, 1), Date.UTC(2031, 2, 15)]])
  clock.advance(1)
  await ask()
  expect(asked.at(-1)).toEqual([Date.UTC(2030, 3, 1), Date.UTC(2031, 2, 16)])
})
