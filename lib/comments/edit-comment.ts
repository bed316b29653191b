import { z } from 'zod'
import { admitEdit } from './admit-edit'
import type { Actor } from '../kernel/actor'
import { canonicalText } from '../kernel/canonical-text'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { versionField } from '../kernel/version-field'
import { skipsTheQueue } from '../policy/policy'
import type { Ports } from '../ports'
import { changedEffects } from './comment-effects'
import { EDITABLE } from './comment-status'
import type { ReceiptView } from './comment-view'
import { stateOf } from './judge'
import { nextText } from './next-text'
import { unlessObjected } from './objection'
import { OUT_OF_DATE, ownComment } from './own-comment'
import { textReceipt } from './receipt'
import { inEditTime, revise } from './revise'
import type { Screening, Verdict } from './screening'
import { settle } from './settle'
import { giveBackPoints } from './take-comment-limits'

export const editCommentInput = z.strictObject({
  commentId: z.string().regex(ID_PATTERN),
  version: versionField,
  body: z.string().max(100_000),
  /** The author has read what the checks had to say about it, and wants it all the same. */
  anyway: z.boolean().optional(),
})

export type EditCommentDeps = Screening &
  Pick<
    Ports,
    | 'articleReader'
    | 'commentStore'
    | 'measureStore'
    | 'settingsStore'
    | 'limits'
    | 'secrets'
    | 'clock'
    | 'ids'
  >

/** Every text is kept, and a new one costs a screening: more of one comment is no second thought but a way to fill the disk. */
const TEXTS_MAX = 50

const TOO_OFTEN =
  'This comment has been changed as often as a comment can be. You can still withdraw it, and write another one.'
const TOO_LATE = 'The time for changing this comment is over. You can still withdraw it.'
const TURNED_DOWN = 'A moderator has turned this comment down, so it can no longer be changed.'

/** Once somebody took a text of this comment off, every further text of it waits for a person. */
const mayPass = async (
  { commentStore }: Pick<Ports, 'commentStore'>,
  commentId: string,
  verdict: Verdict,
): Promise<boolean> =>
  verdict.level === 'pass' &&
  (await commentStore.decisionsOn(commentId)).every(
    ({ actor, move }) => actor.kind !== 'user' || move === 'approve',
  )

/** The author changes the text: a new revision, screened again. The last approved text stays public until it is approved. */
export const editComment = async (
  deps: EditCommentDeps,
  actor: Actor,
  input: z.infer<typeof editCommentInput>,
): Promise<Result<ReceiptView>> => {
  const own = await ownComment(deps, actor, 'edit.comment', input.commentId)
  if (!own.ok) return own
  const { comment, revisions } = own.value
  const latest = revisions.find(({ id }) => id === comment.latestRevisionId)
  if (!latest) throw new Error(`Comment ${comment.id} has no latest revision.`)
  const body = canonicalText(input.body)
  if (body === latest.body) return ok(textReceipt(latest, true))
  if (comment.version !== input.version) return fail('conflict', OUT_OF_DATE)

  const admitted = await admitEdit(deps, actor, comment)
  if (!admitted.ok) return admitted

  const at = deps.clock.now()
  const { settings } = await deps.settingsStore.read()
  const textWaits = comment.pendingRevisionId !== null
  if (!inEditTime({ ...comment, textWaits }, settings, at)) {
    return fail('conflict', EDITABLE.has(comment.status) ? TOO_LATE : TURNED_DOWN)
  }
  if (latest.number >= TEXTS_MAX) return fail('conflict', TOO_OFTEN)
  const editor = `edit:${comment.guestId ?? comment.userId ?? ''}`
  const allowed = await deps.limits.take('comment.burst', editor)
  if (!allowed.ok) return allowed

  const text = nextText(deps, latest, body)
  const article = await deps.articleReader.readById(comment.articleId, at)
  const { fingerprint } = text
  const { id: commentId, parentId, name, nameKey, email } = comment
  const verdict = await deps.screen({
    ...{ commentId, article, parentId, author: actor, name, nameKey, email, body, fingerprint, at },
    ...admitted.value,
  })
  const accepted = unlessObjected(verdict, ok(undefined), { actor, anyway: input.anyway })
  if (!accepted.ok) {
    await giveBackPoints(deps, editor, [['comment.burst', editor]])
    return accepted
  }

  const revised = revise(own.value, text)
  const passes = !skipsTheQueue(actor) && (await mayPass(deps, commentId, verdict))
  const settled = settle(deps, revised, { actor, verdict, mayPass: passes })
  const state = settled.state.revisions[text.id] ?? text.state
  const { desk } = verdict
  const queueOrder = textWaits ? comment.queueOrder : (desk?.queueOrder ?? at)
  const stored = await deps.commentStore.apply({
    commentId,
    expect: { status: comment.status, version: comment.version, hiddenAncestors: comment.hiddenAncestors },
    to: { ...settled.state, latestRevisionId: text.id, queueOrder },
    revision: { ...text, state },
    opinions: settled.opinions,
    estimate: verdict.estimate,
    domains: verdict.domains,
    desk,
    decision: settled.decision,
    effects: changedEffects(comment, stateOf(own.value), settled.state),
  })
  return stored ? ok(textReceipt({ commentId, state }, false)) : fail('conflict', OUT_OF_DATE)
}
