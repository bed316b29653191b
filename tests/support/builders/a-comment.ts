import type { Stet } from '../../../lib/compose'
import { ANONYMOUS, type Actor } from '../../../lib/kernel/actor'
import type { ClientFacts } from '../../../lib/kernel/client-facts'
import { aClient } from './a-client'
import { type Move, aDecision } from './a-decision'
import { aPiece } from './a-piece'
import { must } from './must'

export interface CommentFacts {
  /** Slug of the piece it stands under; a new piece by default. */
  readonly under: string
  /** Id of the comment it answers. */
  readonly to: string
  /** A new guest by default. */
  readonly by: Actor
  readonly name: string
  readonly email: string
  readonly body: string
  readonly key: string
  readonly client: ClientFacts
  /** What a moderator does with it at once. */
  readonly then: Move
}

export interface PostedComment {
  readonly commentId: string
  /** Whoever wrote it, proven: a first-time guest has become a guest with a key. */
  readonly author: Actor
  /** What the guest's cookie holds; null for everybody who had one. */
  readonly guestSecret: string | null
}

/** A comment, submitted as its author does; waiting unless `then` says what a moderator does with it. */
export const aComment = async (stet: Stet, facts: Partial<CommentFacts> = {}): Promise<PostedComment> => {
  const { by = ANONYMOUS, client = aClient() } = facts
  const input = {
    slug: facts.under ?? (await aPiece(stet)).slug,
    body: facts.body ?? `A thought of its own, ${stet.ports.ids.random()}.`,
    // Whatever the checks have to say to its author was read.
    anyway: true,
    ...(facts.to === undefined ? {} : { parentId: facts.to }),
    ...(facts.name === undefined ? {} : { name: facts.name }),
    ...(facts.email === undefined ? {} : { email: facts.email }),
    ...(facts.key === undefined ? {} : { key: facts.key }),
  }
  const { receipt, guestSecret } = await must('post a comment', stet.comments.submit(by, input, client))
  const { commentId } = receipt
  if (facts.then) await aDecision(stet, { on: commentId, move: facts.then })
  const guest = guestSecret === null ? null : await stet.accounts.findGuest(guestSecret)
  return { commentId, author: guest ?? by, guestSecret }
}
