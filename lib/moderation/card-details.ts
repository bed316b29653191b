import { z } from 'zod'
import { personKeyOf } from '../accounts/person-key'
import type { CommentRecord, CommentRevision } from '../comments/comment'
import type { Actor } from '../kernel/actor'
import { cutText } from '../kernel/canonical-text'
import { DAY } from '../kernel/clock'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import type { CardDetailsView, SimilarView } from './card-details-view'
import type { Learner } from './learner/learner'
import { bandsOf, runsOf } from './near-text'
import { nearestParagraph } from './nearest-paragraph'
import { presentLine, presentPast } from './present-person'
import { lastStanding } from './undoable'
import { type Veil, readVeil } from './veil-text'

export const cardDetailsInput = z.strictObject({ commentId: z.string().regex(ID_PATTERN) })

type Deps = Pick<
  Ports,
  | 'commentStore'
  | 'queueReader'
  | 'peopleReader'
  | 'articleStore'
  | 'settingsStore'
  | 'wordListStore'
  | 'clock'
> & { readonly learner: Learner }

/** How much of each kind, and of each text (signs): together below 30 KB, whatever the script. */
const MOST = { past: 10, above: 10, similar: 6, why: 6 } as const
const SIGNS = { past: 140, above: 280, similar: 140, paragraph: 600, feature: 60 } as const
const SIMILAR_SINCE = 365 * DAY

const cut = (text: string, max: number): string => {
  const short = cutText(text, { max })
  return short.length < text.length ? `${short.trimEnd()}…` : short
}

const authorOf = async (
  { peopleReader, settingsStore }: Deps,
  { comment }: CommentRecord,
  veil: Veil,
): Promise<CardDetailsView['author']> => {
  const key = personKeyOf(comment)
  const [person, history, { settings }] = await Promise.all([
    peopleReader.find(key),
    peopleReader.history(key, null, MOST.past),
    settingsStore.read(),
  ])
  if (!person) return null
  const past = history.filter((row) => row.comment.id !== comment.id).slice(0, MOST.past)
  const last = past.map((row) => presentPast({ ...row, body: cut(row.body, SIGNS.past) }, veil))
  return { ...presentLine(person, settings.trustAfter), last }
}

const paragraphFor = async (
  { articleStore }: Deps,
  { comment }: CommentRecord,
  { body }: CommentRevision,
): Promise<string | null> => {
  // What readers see of it: a draft is its writers' own.
  const revision = (await articleStore.find(comment.articleId))?.live
  const paragraph = revision && nearestParagraph(revision.plainText, body, revision.language)
  return paragraph ? cut(paragraph, SIGNS.paragraph) : null
}

const similarTo = async (
  { commentStore, clock, queueReader }: Deps,
  { comment }: CommentRecord,
  { body }: CommentRevision,
  veil: Veil,
): Promise<readonly SimilarView[]> => {
  const bands = bandsOf(runsOf(body))
  if (bands === null) return []
  const near = await commentStore.nearTexts(bands, clock.now() - SIMILAR_SINCE)
  const others = new Map(
    near.filter(({ commentId }) => commentId !== comment.id).map((text) => [text.commentId, text]),
  )
  const shown = [...others.values()].slice(0, MOST.similar)
  const ids = shown.map(({ commentId }) => commentId)
  const [records, decisions, now] = await Promise.all([
    commentStore.findAll(ids),
    commentStore.decisionsOnAll(ids),
    queueReader.now(ids),
  ])
  const names = new Map(records.map((record) => [record.comment.id, record.comment.name]))
  return shown.map(({ commentId, status, body: text }) => {
    const decision = lastStanding(decisions.get(commentId) ?? [])
    const by = now.find((one) => one.commentId === commentId)?.by?.name ?? ''
    return {
      ...{ id: commentId, name: names.get(commentId) ?? '', status, body: veil(cut(text, SIGNS.similar)) },
      decision: decision && { by, move: decision.move, reason: decision.reason },
    }
  })
}

/** What surrounds a comment and its author: asked for when a moderator wants to know more than the card tells. */
export const cardDetails = async (
  deps: Deps,
  actor: Actor,
  { commentId }: z.infer<typeof cardDetailsInput>,
): Promise<Result<CardDetailsView>> => {
  if (!can(actor, 'open.desk')) return fail('forbidden', 'The desk is open to moderators only.')
  const record = await deps.commentStore.find(commentId)
  const { comment, revisions } = record ?? {}
  const textId = comment?.pendingRevisionId ?? comment?.approvedRevisionId ?? comment?.latestRevisionId
  const revision = revisions?.find(({ id }) => id === textId)
  if (!record || !comment || !revision) return fail('not-found', 'There is no such comment.')
  const veil = await readVeil(deps)
  const [author, above, paragraph, similar] = await Promise.all([
    authorOf(deps, record, veil),
    deps.queueReader.above(commentId, MOST.above),
    paragraphFor(deps, record, revision),
    similarTo(deps, record, revision, veil),
  ])
  const { learner } = deps
  const text = {
    ...{ body: revision.body, name: comment.name },
    ...{ member: comment.userId !== null, reply: comment.parentId !== null },
  }
  const estimate = learner.estimate(commentId, text)
  // A probe measures the learner by people who do not know what it thinks.
  const isUnprompted = estimate?.isProbe === true && comment.pendingRevisionId !== null
  return ok({
    ...{ commentId, author, paragraph, similar },
    above: above.map(({ createdAt, body, ...one }) => ({
      ...one,
      at: new Date(createdAt).toISOString(),
      body: veil(cut(body, SIGNS.above)),
    })),
    spamScore: isUnprompted ? null : (estimate?.spamScore ?? null),
    why:
      estimate && !isUnprompted
        ? learner.reasons(text, MOST.why).map(({ feature, weight }) => ({
            feature: cut(feature, SIGNS.feature),
            speaksFor: weight > 0 ? 'spam' : 'standing',
          }))
        : [],
  })
}
