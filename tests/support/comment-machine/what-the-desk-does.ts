import type { Judgement } from '../../../lib/comments/judge'
import { SYSTEM } from '../../../lib/kernel/actor'
import { MINUTE } from '../../../lib/kernel/clock'
import { decide } from '../../../lib/moderation/decide'
import { undoDecision } from '../../../lib/moderation/undo-decision'
import { type Command, command, pick } from './command'
import { expectSame, expectThat } from './compare'
import { onDesk } from './real'
import { judged, toldOf } from './reference'

export const decides = (which: number, move: Judgement, target: 'edit' | 'standing'): Command =>
  command(`${move}(${which}, ${target})`, async (model, real) => {
    const known = pick(model.comments, which)
    if (!known || (target === 'edit' && known.edit === null)) return
    const shown = await onDesk(real, known, target)
    const stale = await decide(real.deps, real.cy, { ...shown, version: shown.version - 1 || 99, move })
    expectThat(!stale.ok && stale.error.code === 'conflict', 'a stale decision was carried out')
    const before = toldOf(known)
    const may = judged(known, move, target)
    const decided = await decide(real.deps, real.ada, { ...shown, move })
    expectSame(decided.ok, may, `${move} of the ${target} text of a comment that is ${before.status}`)
    if (decided.ok) {
      expectSame(decided.value.to, known.status, 'the status told')
      known.decisions.push({ id: decided.value.decisionId, before, touched: known.touched, undone: false })
    }
  })

export const race = (which: number, moves: readonly [Judgement, Judgement]): Command =>
  command(`${moves.join(' against ')} (${which})`, async (model, real) => {
    const known = pick(model.comments, which)
    if (!known) return
    const target = known.edit === null ? 'standing' : 'edit'
    const shown = await onDesk(real, known, target)
    const [first, second] = moves
    const [byAda, byBen] = await Promise.all([
      decide(real.deps, real.ada, { ...shown, move: first }),
      decide(real.deps, real.ben, { ...shown, move: second }),
    ])
    const before = toldOf(known)
    const winner = byAda.ok
      ? { decided: byAda.value, move: first }
      : byBen.ok
        ? { decided: byBen.value, move: second }
        : null
    expectThat(!(byAda.ok && byBen.ok), 'two people decided the same thing')
    if (!winner) {
      const probe = { ...known }
      return expectThat(!judged(probe, first, target) && !judged(probe, second, target), 'nobody won')
    }
    expectThat(judged(known, winner.move, target), 'the winner did what the reference refuses')
    known.decisions.push({ id: winner.decided.decisionId, before, touched: known.touched, undone: false })
  })

export const undoes = (which: number, back: number): Command =>
  command(`undo(${which}, ${back})`, async (model, real) => {
    const known = pick(model.comments, which)
    const decision = known?.decisions[known.decisions.length - 1 - (back % (known.decisions.length || 1))]
    if (!known || !decision) return
    const newest = known.decisions.filter(({ undone }) => !undone).at(-1)
    const may = newest === decision && decision.touched === known.touched
    const undone = await undoDecision(real.deps, real.ben, { decisionId: decision.id })
    expectSame(undone.ok, may, 'undoing')
    if (!may) return
    decision.undone = true
    Object.assign(known, decision.before)
  })

export const passes = (minutes: number): Command =>
  command(`${minutes} minutes pass`, async (_model, real) => real.clock.advance(minutes * MINUTE))

export const closes = (closed: boolean): Command =>
  command(closed ? 'close' : 'reopen', async (model, real) => {
    const done = await real.deps.articleStore.apply({
      articleId: real.articleId,
      expectVersion: model.version,
      set: { commentMode: closed ? 'closed' : null },
      audit: { actor: SYSTEM, action: 'save.article', subject: `article:${real.articleId}`, detail: {} },
      effects: [],
    })
    expectSame(done, 'stored', 'changing the piece')
    Object.assign(model, { closed, version: model.version + 1 })
  })
