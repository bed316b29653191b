import { z } from 'zod'
import { type SubmitCommentDeps, submitComment } from '../comments/submit-comment'
import type { Actor } from '../kernel/actor'
import { canonicalText } from '../kernel/canonical-text'
import type { ClientFacts } from '../kernel/client-facts'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { versionField } from '../kernel/version-field'
import type { Ports } from '../ports'
import { type Decided, decide } from './decide'
import { fillReply } from './fill-reply'

export const replyInput = z.strictObject({
  commentId: z.string().regex(ID_PATTERN),
  revisionId: z.string().regex(ID_PATTERN),
  version: versionField,
  body: z.string().max(100_000),
  /** Name of a saved answer, for whoever types none. */
  saved: z.string().max(1_000).optional(),
})

/** The decision, and the answer that was posted with it. */
export interface Answered extends Decided {
  readonly answerId: string
}

type Deps = SubmitCommentDeps & Pick<Ports, 'settingsStore' | 'queueReader'>

/**
 * Approves a comment and answers it in the moderator's name. The decision comes first, because nobody can answer what
 * nobody sees; an answer that is refused then leaves the comment approved, and says so.
 */
export const approveWithReply = async (
  deps: Deps,
  actor: Actor,
  { body: typed, saved, ...seen }: z.infer<typeof replyInput>,
  client: ClientFacts,
): Promise<Result<Answered>> => {
  const [card, { settings }] = await Promise.all([
    deps.queueReader.card(seen.commentId),
    deps.settingsStore.read(),
  ])
  const chosen = settings.savedReplies.find(({ name }) => name === saved)
  const isTyped = canonicalText(typed) !== ''
  const body =
    !isTyped && chosen && card
      ? fillReply(chosen.body, { name: card.comment.name, piece: card.article.title })
      : typed
  if (canonicalText(body) === '') {
    return fail('invalid', 'Write the answer first.', { fields: { body: 'Write the answer first.' } })
  }
  const approved = await decide(deps, actor, { ...seen, move: 'approve' })
  if (!approved.ok) return approved
  if (!card) return fail('not-found', 'There is no such comment.')
  const { slug } = card.article
  const { commentId: parentId, version } = seen
  // Two clicks post one answer; whoever takes it back and approves again may say the same words.
  const answer = { slug, parentId, body, anyway: true, key: `answer ${parentId} ${version}` }
  const answered = await submitComment(deps, actor, answer, client)
  return answered.ok
    ? ok({ ...approved.value, answerId: answered.value.receipt.commentId })
    : fail(
        answered.error.code,
        `The comment is approved, but the answer was not posted: ${answered.error.message}`,
      )
}
