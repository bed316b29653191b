import { findGuest } from '../../lib/accounts/guests'
import { editComment } from '../../lib/comments/edit-comment'
import { JUDGEMENTS } from '../../lib/comments/judge'
import { submitComment } from '../../lib/comments/submit-comment'
import { withdrawComment } from '../../lib/comments/withdraw-comment'
import { type Actor, ANONYMOUS } from '../../lib/kernel/actor'
import { decide } from '../../lib/moderation/decide'
import { decideMany } from '../../lib/moderation/decide-many'
import { featureComment } from '../../lib/moderation/feature-comment'
import { Learner } from '../../lib/moderation/learner/learner'
import { liftMeasure } from '../../lib/moderation/lift-measure'
import { takeMeasure } from '../../lib/moderation/take-measure'
import { undoBatch } from '../../lib/moderation/undo-batch'
import { undoDecision } from '../../lib/moderation/undo-decision'
import type { Ports } from '../../lib/ports'
import { aClient } from './builders/a-client'
import { must } from './builders/must'
import { Chance } from './chance'
import { conversation, person, publicPiece, stored } from './conversation'
import type { PinnedClock } from './memory/pinned-clock'
import type { Authored, Deed } from './replay-log'

type Stage = Ports & { readonly clock: PinnedClock }

/**
 * Anything happens to one conversation, at random and the same on every run: authors write, change and withdraw, two
 * moderators decide, one by one and in bulk, undo, pick, ban and lift. `tally` counts what was done by name.
 */
export const happenings = async (ports: Stage, seed: number, steps: number) => {
  const deps = conversation(ports)
  const chance = new Chance(seed)
  const [ada, ben] = [await person(deps, 'moderator', 'Ada'), await person(deps, 'editor', 'Ben')]
  const { id: articleId, slug } = await publicPiece(deps, ada)
  const learner = new Learner(deps)
  const authored = new Map<string, Authored & { deeds: Deed[] }>()
  const authors = new Map<string, Actor>()
  const acts: string[] = []
  const [decisions, batches]: [string[], string[]] = [[], []]
  const tally = new Map<string, number>()
  const count = (what: string, done: boolean) => done && tally.set(what, (tally.get(what) ?? 0) + 1)
  const anyone = () => chance.pick([ada, ben])
  /** One of the latest: what is long decided is rarely touched again. */
  const known = () => chance.pick([...authored.keys()].slice(-12))
  const onDesk = async (commentId: string) => {
    const { version, pendingRevisionId, approvedRevisionId, latestRevisionId } = (
      await stored(deps, commentId)
    ).comment
    return { commentId, version, revisionId: pendingRevisionId ?? approvedRevisionId ?? latestRevisionId }
  }

  const post = async () => {
    const by = chance.below(4) === 0 ? ada : ANONYMOUS
    const parentId = authored.size > 0 && chance.below(2) === 0 ? known() : undefined
    const body = `Text ${deps.ids.random()} ${chance.pick(['casino', 'ferry', 'bonus', 'bridge'])}`
    const input = { slug, body, anyway: true, ...(parentId ? { parentId } : {}) }
    const posted = await submitComment(deps, by, input, aClient(chance.below(9)))
    count('post', posted.ok)
    if (!posted.ok) return
    const { commentId } = posted.value.receipt
    const guest = posted.value.guestSecret && (await findGuest(deps, posted.value.guestSecret))
    const { comment } = await stored(deps, commentId)
    authors.set(commentId, guest || by)
    authored.set(commentId, {
      ...{ id: commentId, parentId: parentId ?? null, at: comment.createdAt },
      ...{ revisionId: comment.latestRevisionId, body, deeds: [] },
    })
  }
  const edit = async () => {
    const id = known()
    const { comment } = await stored(deps, id)
    const body = `Changed ${deps.ids.random()}`
    const input = { commentId: id, version: comment.version, body, anyway: true }
    const edited = await editComment(deps, authors.get(id) ?? ANONYMOUS, input)
    count('edit', edited.ok)
    if (!edited.ok) return
    const { latestRevisionId: revisionId } = (await stored(deps, id)).comment
    authored.get(id)?.deeds.push({ kind: 'edit', at: deps.clock.now(), revisionId, body })
  }
  const takeBack = async () => {
    const id = known()
    const { comment } = await stored(deps, id)
    const input = { commentId: id, version: comment.version }
    const done = await withdrawComment(deps, authors.get(id) ?? ANONYMOUS, input)
    count('withdraw', done.ok && !done.value.repeat)
    if (done.ok && !done.value.repeat)
      authored.get(id)?.deeds.push({ kind: 'withdraw', at: deps.clock.now() })
  }
  const decideOne = async () => {
    const input = { ...(await onDesk(known())), move: chance.pick(JUDGEMENTS) }
    const done = await decide(deps, anyone(), input)
    count(input.move, done.ok)
    if (done.ok) decisions.push(done.value.decisionId)
  }
  const decideSome = async () => {
    const ids = [...new Set([known(), known(), known(), known()])]
    const items = await Promise.all(ids.map(onDesk))
    const target = { kind: 'selection', items } as const
    const done = await must('bulk', decideMany(deps, anyone(), { target, move: chance.pick(JUDGEMENTS) }))
    count('bulk', done.decided > 1)
    if (done.batchId !== null) batches.push(done.batchId)
  }
  const undo = async () => {
    const decisionId = decisions.splice(chance.below(decisions.length), 1)[0]
    if (decisionId) count('undo', (await undoDecision(deps, anyone(), { decisionId })).ok)
  }
  const undoSome = async () => {
    const batchId = batches.splice(chance.below(batches.length), 1)[0]
    if (batchId) count('undo bulk', (await undoBatch(deps, anyone(), { batchId })).ok)
  }
  const pick = async () => {
    const input = { commentId: known(), pick: chance.pick(['pick', 'unpick'] as const) }
    count(input.pick, (await featureComment(deps, anyone(), input)).ok)
  }
  const ban = async () => {
    const author = authors.get(known())
    if (author?.kind !== 'guest') return
    const taken = await takeMeasure(deps, anyone(), {
      ...{ person: `guest:${author.guestId}`, kind: 'ban', targets: ['person'], reason: 'Enough.' },
      ...{ note: '', days: null, rejectWaiting: true },
    })
    count('ban', taken.ok)
    count('ban rejects', taken.ok && taken.value.rejected > 0)
    if (taken.ok) acts.push(taken.value.actId)
  }
  const lift = async () => {
    const actId = acts[chance.below(acts.length)]
    if (actId) count('lift', (await liftMeasure(deps, anyone(), { actId })).ok)
  }
  const learn = async () => learner.sync()
  const everything = [
    ...[post, post, post, edit, takeBack, decideOne, decideOne, decideOne, decideSome, decideSome],
    ...[undo, undoSome, pick, pick, ban, lift, learn],
  ]
  for (let step = 0; step < steps; step += 1) {
    deps.clock.advance(1)
    await (authored.size < 3 ? post : chance.pick(everything))()
  }
  await learner.sync()
  return { deps, articleId, authored, acts, learner, tally }
}
