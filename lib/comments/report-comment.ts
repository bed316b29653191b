import { z } from 'zod'
import { barredWords } from '../accounts/barred-words'
import { newGuest } from '../accounts/guests'
import { standingOf } from '../accounts/standing'
import type { Actor } from '../kernel/actor'
import { canonicalText, codePoints } from '../kernel/canonical-text'
import type { ClientFacts } from '../kernel/client-facts'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { readerKey } from '../accounts/reader-key'
import { REPORT_REASON_NAMES } from './report-reasons'
import { reportWeight } from './report-weight'
import { visibleComment } from './visible-comment'

/** In Unicode code points. */
export const REPORT_NOTE_MAX = 500

const NO_REASON = 'Choose what is wrong with the comment.'

export const reportCommentInput = z.strictObject({
  commentId: z.string(),
  reason: z.enum(REPORT_REASON_NAMES, NO_REASON),
  note: z.string().max(20_000).optional(),
})

/** What came of a report; the same for one that was there before. */
export interface Reported {
  /** The secret for the cookie of a reader who was nobody before; null for everybody else and for a repeat. */
  readonly guestSecret: string | null
}

const NO_RECORD = { agreed: 0, dismissed: 0 }
const OWN_REPORT = 'This comment is your own. You can change or withdraw it instead of reporting it.'

type Deps = Pick<
  Ports,
  'threadReader' | 'commentStore' | 'reportStore' | 'measureStore' | 'limits' | 'clock' | 'ids' | 'secrets'
>

/**
 * A reader tells the moderators about a comment: once per text of it. Saying it again is acknowledged in the same
 * words and stored once. Anonymous readers become guests by it, so that "once" means something.
 */
export const reportComment = async (
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof reportCommentInput>,
  { addressBlock }: ClientFacts,
): Promise<Result<Reported>> => {
  const { commentId, reason } = input
  const visible = await visibleComment(deps, commentId)
  if (!visible.ok) return visible
  const { comment } = visible.value
  if (!can(actor, 'report.comment', comment)) return fail('forbidden', OWN_REPORT)
  const note = canonicalText(input.note ?? '')
  const tooLong = codePoints(note) - REPORT_NOTE_MAX
  if (tooLong > 0) {
    const sentence = `Please shorten this by ${tooLong} ${tooLong === 1 ? 'character' : 'characters'}.`
    return fail('invalid', sentence, { fields: { note: sentence } })
  }
  const allowed = await deps.limits.take('report.hour', addressBlock)
  if (!allowed.ok) return allowed

  const { barredBy, muted } = await standingOf(deps, actor)
  if (barredBy && !can(actor, 'take.part', { barred: true })) return fail('forbidden', barredWords(barredBy))
  // Acknowledged like every other, and not kept: whoever cries wolf learns nothing from it.
  if (muted) return ok({ guestSecret: null })

  const key = readerKey(actor)
  const newcomer = key === null ? newGuest(deps) : null
  const record = key === null ? NO_RECORD : await deps.reportStore.recordOf(key)
  const id = deps.ids.ordered()
  const isNew = await deps.reportStore.insert({
    report: {
      ...{ id, commentId, reason, note },
      revisionId: comment.approvedRevisionId ?? comment.latestRevisionId,
      reporterKey: key ?? `guest:${newcomer?.guest.id}`,
      createdAt: deps.clock.now(),
      resolvedAt: null,
      weight: reportWeight(record),
    },
    guest: newcomer?.guest ?? null,
    effects: [
      {
        key: `comment.reported:${commentId}:${id}`,
        effect: { kind: 'comment.reported', commentId, articleId: comment.articleId },
      },
    ],
  })
  return ok({ guestSecret: isNew ? (newcomer?.secret ?? null) : null })
}
