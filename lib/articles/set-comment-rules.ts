import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { endOfDay } from '../kernel/clock'
import { invalidFields } from '../kernel/field-problems'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { versionField } from '../kernel/version-field'
import type { Ports } from '../ports'
import { articleChanged, articleWillChange } from './article-effects'
import { findPiece } from './find-piece'
import { OUT_OF_DATE } from './out-of-date'

export const setCommentRulesInput = z.strictObject({
  articleId: z.string().regex(ID_PATTERN),
  version: versionField,
  /** '' for the site's. */
  commentMode: z.enum(['', 'all', 'first', 'open', 'closed']),
  /** Last day (UTC) on which comments are taken, `2026-12-31`; '' for the site's rule. */
  lastDay: z.string().max(40),
})

const closingOf = (lastDay: string): number | null => {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(lastDay) ? Date.parse(`${lastDay}T00:00:00Z`) : Number.NaN
  return Number.isNaN(day) ? null : endOfDay(day)
}

/** How comments are taken below one piece: its own mode and closing day, or the site's. Its text stays as it is. */
export const setCommentRules = async (
  deps: Pick<Ports, 'articleStore' | 'clock'>,
  actor: Actor,
  { articleId, version, commentMode, lastDay }: z.infer<typeof setCommentRulesInput>,
): Promise<Result<{ version: number }>> => {
  const found = await findPiece(deps, actor, 'edit.article', articleId)
  if (!found.ok) return found
  const { article } = found.value.piece
  const commentsCloseAt = lastDay === '' ? null : closingOf(lastDay)
  if (lastDay !== '' && commentsCloseAt === null)
    return invalidFields({ lastDay: 'Write the day as 2026-12-31, or leave it empty.' })
  if (article.version !== version) return fail('conflict', OUT_OF_DATE)
  const mode = commentMode === '' ? null : commentMode
  const stored = await deps.articleStore.apply({
    articleId,
    expectVersion: version,
    set: { commentMode: mode, commentsCloseAt },
    audit: {
      actor,
      action: 'change.comment-rules',
      subject: `article:${articleId}`,
      detail: { commentMode: mode, commentsCloseAt, version: version + 1 },
    },
    effects: [
      ...articleChanged(article, [article.slug]),
      ...articleWillChange(article, article.slug, [commentsCloseAt]),
    ],
  })
  return stored === 'stored' ? ok({ version: version + 1 }) : fail('conflict', OUT_OF_DATE)
}
