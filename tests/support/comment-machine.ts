import fc from 'fast-check'
import type { Judgement } from '../../lib/comments/judge'
import type { Actor } from '../../lib/kernel/actor'
import type { Ports } from '../../lib/ports'
import { edits, recommends, submits, withdraws } from './comment-machine/what-people-do'
import { closes, decides, passes, race, undoes } from './comment-machine/what-the-desk-does'
import { conversation, person, publicPiece } from './conversation'
import type { PinnedClock } from './memory/pinned-clock'
import type { ThreadNumbers } from './thread-numbers'

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
