import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Decision } from '../../lib/comments/comment-store'
import { HIDING } from '../../lib/comments/comment-status'
import { JUDGEMENTS } from '../../lib/comments/judge'
import { Learner } from '../../lib/moderation/learner/learner'
import type { ModelState } from '../../lib/moderation/learner/model'
import type { LogEntry } from '../../lib/moderation/log-reader'
import { stored } from '../support/conversation'
import { happenings } from '../support/happenings'
import { memoryPorts } from '../support/memory/memory-ports'
import { replay } from '../support/replay-log'
import { countNumbers } from '../support/thread-numbers'
import { type OpenWorld, onEveryBackend } from './support/backends'

const bits = ({ gradients, squares, spam, good }: ModelState): string =>
  `${spam} ${good} ${createHash('sha1').update(gradients).update(squares).digest('hex')}`

const wholeLog = async ({ logReader }: OpenWorld): Promise<readonly LogEntry[]> => {
  const everything = { who: null, move: null, reason: null, articleId: null, from: null, until: null }
  const found: LogEntry[] = []
  for (;;) {
    const last = found.at(-1)
    const page = await logReader.list(everything, last ? { at: last.at, id: last.id } : null, 50)
    found.push(...page.slice(0, 50))
    if (page.length <= 50) return found.reverse()
  }
}

onEveryBackend('The log', (world) => {
  it(
    'makes the table of comments again: states, hidden ancestors, counters, picks, measures, and what was learned',
    { timeout: 120_000 },
    async () => {
      const { deps, articleId, authored, acts, learner, tally } = await happenings(
        { ...memoryPorts(), ...world() },
        20,
        420,
      )
      const log = await wholeLog(world())
      const decided = log.flatMap((entry) => (entry.kind === 'decision' ? [entry.decision] : []))
      const on = (id: string): readonly Decision[] => decided.filter(({ commentId }) => commentId === id)
      const states = new Map([...authored].map(([id, written]) => [id, replay(written, on(id))]))

      const above = (id: string): string[] => {
        const { parentId = null } = authored.get(id) ?? {}
        return parentId === null ? [] : [parentId, ...above(parentId)]
      }
      const isHiding = (id: string): boolean => HIDING.has(states.get(id)?.status ?? 'erased')
      for (const [id, state] of states) {
        const { comment, revisions } = await stored(deps, id)
        const { status, approvedRevisionId, pendingRevisionId, editedAt } = state
        expect(comment).toMatchObject({ status, approvedRevisionId, pendingRevisionId, editedAt })
        for (const revision of revisions) expect(revision.state).toBe(state.revisions[revision.id])
        expect(comment.hiddenAncestors).toBe(above(id).filter(isHiding).length)
      }
      const counted = [...authored.values()].map(({ id, parentId }) => ({
        ...{ id, parentId, status: states.get(id)?.status ?? ('erased' as const) },
      }))
      expect(await world().numbers(articleId)).toEqual(countNumbers(counted))

      const picked = new Map<string, boolean>()
      for (const { action, subject } of await world().audits())
        if (action === 'pick.comment' || action === 'unpick.comment')
          picked.set(subject.replace('comment:', ''), action === 'pick.comment')
      for (const id of authored.keys()) {
        const seen = await deps.threadReader.visible(id, deps.clock.now())
        if (seen) expect(seen.featured, id).toBe(picked.get(id) ?? false)
      }

      const standing = new Set<string>()
      for (const entry of log) {
        if (entry.kind !== 'measure') continue
        if (entry.what === 'taken') standing.add(entry.actId)
        else standing.delete(entry.actId)
      }
      for (const actId of acts) {
        const measures = await deps.measureStore.act(actId)
        expect(measures.every(({ liftedAt }) => liftedAt === null)).toBe(standing.has(actId))
      }

      const again = new Learner(deps)
      await again.sync()
      expect(bits(again.state)).toBe(bits(learner.state))
      expect(learner.state.spam + learner.state.good).toBeGreaterThan(5)
      // It would be easy to be right about nothing.
      const wanted = [...JUDGEMENTS, 'edit', 'withdraw', 'bulk', 'undo', 'undo bulk', 'pick', 'unpick']
      expect([...wanted, 'ban', 'ban rejects', 'lift'].filter((what) => !tally.has(what))).toEqual([])
    },
  )

  it('is found out when a row was changed, left out, or made over something else', async () => {
    const { authored } = await happenings({ ...memoryPorts(), ...world() }, 7, 160)
    const decided = (await wholeLog(world())).flatMap((e) => (e.kind === 'decision' ? [e.decision] : []))
    const judgedTwice = [...authored.values()].find(
      ({ id }) => decided.filter(({ commentId }) => commentId === id).length > 2,
    )
    if (!judgedTwice) throw new Error('Nothing was decided about twice.')
    const rows = decided.filter(({ commentId }) => commentId === judgedTwice.id)
    expect(() => replay(judgedTwice, rows)).not.toThrow()
    expect(() => replay(judgedTwice, rows.slice(1))).toThrow()
    expect(() =>
      replay(
        judgedTwice,
        [rows[0], ...rows].flatMap((row) => row ?? []),
      ),
    ).toThrow()
    const forged = rows.map((row, n) => (n === 0 ? { ...row, to: 'removed' as const } : row))
    expect(() => replay(judgedTwice, forged)).toThrow('does not lead')
  })
})
