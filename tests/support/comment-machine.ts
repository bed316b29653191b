import fc from 'fast-check'
import { editComment } from '../../lib/comments/edit-comment'
import type { Judgement } from '../../lib/comments/judge'
import { recommendComment } from '../../lib/comments/recommend-comment'
import { submitComment } from '../../lib/comments/submit-comment'
import { withdrawComment } from '../../lib/comments/withdraw-comment'
import { ANONYMOUS, type Actor, SYSTEM, type SignedIn } from '../../lib/kernel/actor'
import { MINUTE } from '../../lib/kernel/clock'
import { QUEUE_TABS, type QueueTab } from '../../lib/moderation/queue-question'
import type { Ports } from '../../lib/ports'
import { decide } from '../../lib/moderation/decide'
import { undoDecision } from '../../lib/moderation/undo-decision'
import { aClient } from './builders/a-client'
import { type Conversation, conversation, person, post, publicPiece, stored } from './conversation'
import type { PinnedClock } from './memory/pinned-clock'
import { type ThreadNumbers, countNumbers } from './thread-numbers'
import { walkThread } from './walk-thread'

/** What a comment is, told without revisions: the reference the real machine is held against. */
interface Told {
  status: 'pending' | 'approved' | 'rejected' | 'spam' | 'removed'
  /** The text readers see, or saw last. */
  shown: string | null
  /** The text the status is about. */
  standing: string
  /** A change that waits on top of it. */
  edit: string | null
}

interface Known extends Told {
  readonly id: string
  readonly parent: Known | null
  readonly author: Actor
  readonly postedAt: number
  /** Counts what the author did: a decision is undone only where this has not moved. */
  touched: number
  /** Guest ids. */
  readonly recommendedBy: Set<string>
  readonly decisions: {
    readonly id: string
    readonly before: Told
    readonly touched: number
    undone: boolean
  }[]
}

interface Model {
  readonly comments: Known[]
  words: number
  closed: boolean
  /** Of the piece. */
  version: number
}

interface Real {
  readonly deps: Conversation
  readonly clock: PinnedClock
  readonly slug: string
  readonly articleId: string
  readonly ada: SignedIn
  readonly ben: SignedIn
  /** Always late. */
  readonly cy: SignedIn
  readonly readers: readonly Actor[]
  numbers(articleId: string): Promise<ThreadNumbers>
  /** What earlier runs left on the desk. */
  readonly left: Readonly<Record<QueueTab, number>>
}

const ON_STANDING: Readonly<Record<Told['status'], readonly Judgement[]>> = {
  pending: ['approve', 'reject', 'spam'],
  approved: ['reject', 'spam', 'hold', 'keep'],
  rejected: ['approve', 'spam', 'hold'],
  spam: ['approve', 'reject', 'hold'],
  removed: [],
}
const ON_EDIT: readonly Judgement[] = ['approve', 'reject', 'spam']
const AFTER = {
  approve: 'approved',
  reject: 'rejected',
  spam: 'spam',
  hold: 'pending',
  keep: 'approved',
} as const

const hides = ({ status }: Told): boolean => ['pending', 'rejected', 'spam'].includes(status)
const above = (comment: Known): Known[] => {
  const chain: Known[] = []
  for (let at = comment.parent; at; at = at.parent) chain.push(at)
  return chain
}
const isVisible = (comment: Known): boolean => comment.status === 'approved' && !above(comment).some(hides)
const isStub = (comment: Known, all: readonly Known[]): boolean =>
  comment.status === 'removed' && all.some((below) => isVisible(below) && above(below).includes(comment))

const toldOf = ({ status, shown, standing, edit }: Told): Told => ({ status, shown, standing, edit })

/** The judgement in the reference's words. False when it makes no sense now. */
const judged = (comment: Known, move: Judgement, target: 'edit' | 'standing'): boolean => {
  if (target === 'edit') {
    if (!ON_EDIT.includes(move) || comment.edit === null) return false
    if (move === 'approve') {
      comment.standing = comment.edit
      comment.shown = comment.edit
      comment.status = 'approved'
    }
    comment.edit = null
    return true
  }
  if (!ON_STANDING[comment.status].includes(move)) return false
  comment.status = AFTER[move]
  if (move === 'approve') comment.shown = comment.standing
  return true
}

const expectThat = (truth: boolean, what: string): void => {
  if (!truth) throw new Error(what)
}
const expectSame = (real: unknown, model: unknown, what: string): void =>
  expectThat(
    JSON.stringify(real) === JSON.stringify(model),
    `${what}: ${JSON.stringify(real)} is not ${JSON.stringify(model)}`,
  )

const sorted = ({ comments, byId }: ThreadNumbers): unknown => [
  comments,
  Object.entries(byId).sort(([a], [b]) => (a < b ? -1 : 1)),
]

/** What must hold after everything that happens. */
const checkAll = async ({ comments }: Model, real: Real): Promise<void> => {
  const thread = await walkThread(real.deps, { articleId: real.articleId })
  const lines = (of: { id: string; text: string }[]): string[] =>
    of.map(({ id, text }) => `${id} ${text}`).sort()
  const visible = comments.filter(isVisible)
  expectSame(thread.count, visible.length, 'count of visible comments')
  expectSame(
    lines(
      thread.comments.filter(({ kind }) => kind === 'comment').map(({ id, body }) => ({ id, text: body })),
    ),
    lines(visible.map(({ id, shown }) => ({ id, text: shown ?? 'nothing' }))),
    'texts in public',
  )
  expectSame(
    thread.comments
      .filter(({ kind }) => kind === 'stub')
      .map(({ id }) => id)
      .sort(),
    comments
      .filter((comment) => isStub(comment, comments))
      .map(({ id }) => id)
      .sort(),
    'stubs',
  )
  const counts = await real.deps.queueReader.counts()
  const inTab = (is: (comment: Known) => boolean): number => comments.filter(is).length
  const { left } = real
  const expected: Record<QueueTab, number> = {
    waiting: left.waiting + inTab(({ status, edit }) => status === 'pending' || edit !== null),
    reported: left.reported,
    approved: left.approved + inTab(({ status }) => status === 'approved'),
    rejected: left.rejected + inTab(({ status }) => status === 'rejected'),
    spam: left.spam + inTab(({ status }) => status === 'spam'),
    all: left.all + comments.length,
  }
  for (const tab of QUEUE_TABS) expectSame(counts[tab], expected[tab], `tab ${tab}`)
  for (const comment of comments) {
    const { comment: row } = await stored(real.deps, comment.id)
    expectSame(row.status, comment.status, 'status')
    expectSame(row.hiddenAncestors, above(comment).filter(hides).length, 'hidden ancestors')
  }
  const told = comments.map(({ id, parent, status, recommendedBy }) => ({
    ...{ id, status, parentId: parent?.id ?? null, recommends: recommendedBy.size },
  }))
  expectSame(sorted(await real.numbers(real.articleId)), sorted(countNumbers(told)), 'stored numbers')
}

/** What a moderator's page shows of a comment: the edit that waits, else the standing text, with ids and version. */
const onDesk = async ({ deps }: Real, { id }: Known, target: 'edit' | 'standing') => {
  const { comment, revisions } = await stored(deps, id)
  const { version, pendingRevisionId, approvedRevisionId, latestRevisionId } = comment
  const approved = revisions.find((revision) => revision.id === approvedRevisionId)
  const standing =
    approved && approved.state !== 'superseded' ? approved.id : (pendingRevisionId ?? latestRevisionId)
  return {
    commentId: id,
    version,
    revisionId: target === 'edit' ? (pendingRevisionId ?? latestRevisionId) : standing,
  }
}

const pick = (comments: readonly Known[], which: number): Known | undefined =>
  comments[which % comments.length]

type Command = fc.AsyncCommand<Model, Real>
const command = (name: string, run: (model: Model, real: Real) => Promise<void>): Command => ({
  check: () => true,
  run: async (model, real) => {
    await run(model, real)
    await checkAll(model, real)
  },
  toString: () => name,
})

const submits = (which: number | null, byStaff: boolean): Command =>
  command(`submit(${which ?? 'root'}${byStaff ? ', staff' : ''})`, async (model, real) => {
    real.clock.advance(1)
    const parent = which === null ? null : (pick(model.comments, which) ?? null)
    const body = `Text ${(model.words += 1)}.`
    const input = { slug: real.slug, body, ...(parent ? { parentId: parent.id } : {}) }
    if (model.closed || (parent && !isVisible(parent))) {
      const refused = await submitComment(real.deps, byStaff ? real.ada : ANONYMOUS, input, aClient())
      return expectThat(
        !refused.ok && refused.error.code === 'conflict',
        'an answer to a hidden comment, or one under a closed piece, was taken',
      )
    }
    const { commentId: id, author } = await post(real.deps, input, byStaff ? real.ada : ANONYMOUS)
    const told: Told = { status: 'pending', shown: null, standing: body, edit: null }
    const known: Known = {
      ...told,
      id,
      parent,
      author,
      postedAt: real.clock.now(),
      touched: 0,
      recommendedBy: new Set(),
      decisions: [],
    }
    model.comments.push(known)
    if (!byStaff) return
    const [own] = await real.deps.commentStore.decisionsOn(id)
    known.decisions.push({ id: own?.id ?? '', before: told, touched: 0, undone: false })
    judged(known, 'approve', 'standing')
  })

const edits = (which: number): Command =>
  command(`edit(${which})`, async (model, real) => {
    const known = pick(model.comments, which)
    if (!known || known.author.kind !== 'guest') return
    const { comment } = await stored(real.deps, known.id)
    const body = `Text ${(model.words += 1)}.`
    const input = { commentId: known.id, version: comment.version, body }
    const inTime = real.clock.now() <= known.postedAt + 15 * MINUTE
    const isOpen =
      known.status === 'pending' || (known.status === 'approved' && (inTime || known.edit !== null))
    const may = isOpen && !model.closed
    const edited = await editComment(real.deps, known.author, input)
    expectSame(edited.ok, may, `editing a comment that is ${known.status}`)
    if (!may) return
    known.touched += 1
    if (known.status === 'approved') known.edit = body
    else Object.assign(known, { standing: body, edit: null })
  })

const withdraws = (which: number): Command =>
  command(`withdraw(${which})`, async (model, real) => {
    const known = pick(model.comments, which)
    if (!known) return
    const { comment } = await stored(real.deps, known.id)
    const input = { commentId: known.id, version: comment.version }
    const stranger = await withdrawComment(real.deps, { kind: 'guest', guestId: 'x' }, input)
    expectThat(!stranger.ok, 'a stranger withdrew a comment')
    const withdrawn = await withdrawComment(real.deps, known.author, input)
    const may = known.status !== 'rejected' && known.status !== 'spam'
    expectSame(withdrawn.ok, may, `withdrawing a comment that is ${known.status}`)
    if (!may || known.status === 'removed') return
    Object.assign(known, { status: 'removed', edit: null, touched: known.touched + 1 })
  })

const decides = (which: number, move: Judgement, target: 'edit' | 'standing'): Command =>
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

const race = (which: number, moves: readonly [Judgement, Judgement]): Command =>
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

const undoes = (which: number, back: number): Command =>
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

const passes = (minutes: number): Command =>
  command(`${minutes} minutes pass`, async (_model, real) => real.clock.advance(minutes * MINUTE))

const closes = (closed: boolean): Command =>
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

const recommends = (which: number, by: number, intent: 'give' | 'take'): Command =>
  command(`${intent} recommend(${which}, ${by})`, async (model, real) => {
    const known = pick(model.comments, which)
    const reader = real.readers[by % real.readers.length]
    if (!known || reader?.kind !== 'guest') return
    const done = await recommendComment(real.deps, reader, { commentId: known.id, intent }, aClient())
    expectSame(done.ok ? 'done' : done.error.code, isVisible(known) ? 'done' : 'not-found', 'recommending')
    if (!done.ok) return
    if (intent === 'give') known.recommendedBy.add(reader.guestId)
    else known.recommendedBy.delete(reader.guestId)
    expectSame(done.value.recommends, known.recommendedBy.size, 'recommends told')
  })

const which = fc.nat(7)
const move = fc.constantFrom<Judgement>('approve', 'approve', 'reject', 'spam', 'hold', 'keep')
const target = fc.constantFrom('edit' as const, 'standing' as const)

const commands = fc.commands(
  [
    fc.boolean().map((byStaff) => submits(null, byStaff)),
    fc.tuple(which, fc.boolean()).map(([parent, byStaff]) => submits(parent, byStaff)),
    fc.tuple(which, fc.boolean()).map(([parent, byStaff]) => submits(parent, byStaff)),
    which.map(edits),
    which.map(edits),
    which.map(withdraws),
    fc.tuple(which, move, target).map(([at, to, text]) => decides(at, to, text)),
    fc.tuple(which, move, target).map(([at, to, text]) => decides(at, to, text)),
    fc.tuple(which, move, target).map(([at, to, text]) => decides(at, to, text)),
    fc.tuple(which, move, move).map(([at, first, second]) => race(at, [first, second])),
    fc.tuple(which, fc.nat(2)).map(([at, back]) => undoes(at, back)),
    fc.nat(20).map(passes),
    fc
      .tuple(which, fc.nat(1), fc.constantFrom('give' as const, 'give' as const, 'take' as const))
      .map(([at, by, intent]) => recommends(at, by, intent)),
    fc.constantFrom(true, false, false).map(closes),
  ],
  { maxCommands: 60, size: 'max' },
)

/**
 * Lets anything happen to a conversation, in any order, and compares it with a reference of thirty lines after every
 * step: what is public, the counts, every stored number, the hidden ancestors, and that no two people decide the same
 * thing.
 */
export const runCommentMachine = (
  ports: () => Promise<
    Ports & { readonly clock: PinnedClock; numbers(articleId: string): Promise<ThreadNumbers> }
  >,
  parameters: fc.Parameters<unknown>,
): Promise<void> =>
  fc.assert(
    fc.asyncProperty(commands, (happenings) =>
      fc.asyncModelRun(async () => {
        const opened = await ports()
        const deps = conversation(opened)
        const ada = await person(deps, 'moderator', 'Ada')
        const ben = await person(deps, 'editor', 'Ben')
        const cy = await person(deps, 'moderator', 'Cy')
        const { id: articleId, slug } = await publicPiece(deps, ben)
        const left = await deps.queueReader.counts()
        const readers: Actor[] = [
          { kind: 'guest', guestId: deps.ids.random() },
          { kind: 'guest', guestId: deps.ids.random() },
        ]
        const { clock, numbers } = opened
        const real = { deps, clock, numbers, slug, articleId, ada, ben, cy, readers, left }
        return { model: { comments: [], words: 0, closed: false, version: 2 }, real }
      }, happenings),
    ),
    parameters,
  )
