import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import type { Instant } from '../kernel/clock'
import { invalidFields } from '../kernel/field-problems'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { versionField } from '../kernel/version-field'
import { isZone, momentsOf, readWallTime, wallTimeAt } from '../kernel/wall-time'
import type { Ports } from '../ports'
import type { Article } from './article'
import { articleChanged, articleWillChange } from './article-effects'
import { FROZEN, statusAt } from './article-status'
import { findPiece } from './find-piece'
import { OUT_OF_DATE } from './out-of-date'

/** `2027-03-28T09:00`, or '' for none. */
const wall = z.string().max(20)
const BYLINES = 5

export const changeDetailsInput = z.strictObject({
  articleId: z.string().regex(ID_PATTERN),
  version: versionField,
  /** User ids in their order; '' for a place that is empty. */
  bylines: z.array(z.union([z.literal(''), z.string().regex(ID_PATTERN)])).max(BYLINES),
  /** '' for nobody. */
  assignedTo: z.union([z.literal(''), z.string().regex(ID_PATTERN)]),
  /** '' for the site's. */
  commentMode: z.enum(['', 'all', 'first', 'open', 'closed']),
  closesAt: wall,
  unpublishAt: wall,
  pinnedUntil: wall,
  /** Whether it is chosen for the front page; '' for not. */
  featured: z.enum(['', '1']).optional(),
  /** The zone of these three. */
  zone: z.string().max(64),
  /** Which one is meant of an hour that the clocks show twice; '' where nobody was asked. */
  which: z.enum(['', 'first', 'second']).optional(),
})

type Moment = 'closesAt' | 'unpublishAt' | 'pinnedUntil'

const TWICE = 'The clocks show this hour twice on that day. Choose below which one is meant.'

/** What was stored before counts as it is, whatever the clocks of the zone did since. */
const readOne = (
  typed: string,
  zone: string,
  which: '' | 'first' | 'second',
  stored: Instant | null,
): { readonly at: Instant | null; readonly problem: string | null } => {
  if (typed === '') return { at: null, problem: null }
  const [date = '', time = ''] = typed.split('T')
  const shown = readWallTime(date, time.slice(0, 5))
  if (!shown) return { at: null, problem: 'Choose a day and a time, or leave both empty.' }
  const before = stored === null ? null : wallTimeAt(stored, zone)
  if (before?.date === shown.date && before.time === shown.time) return { at: stored, problem: null }
  const [at, second] = momentsOf(shown, zone)
  if (at === undefined)
    return { at: null, problem: `The clocks in ${zone} skip this hour. Choose another time.` }
  if (second === undefined || which === 'first') return { at, problem: null }
  return which === 'second' ? { at: second, problem: null } : { at: null, problem: TWICE }
}

const moments = (
  input: Readonly<Record<Moment | 'zone', string>> & { readonly which?: '' | 'first' | 'second' },
  article: Article,
): Result<Readonly<Record<Moment, Instant | null>>> => {
  const { zone, which = '' } = input
  const { publishedAt } = article
  if (!isZone(zone)) return invalidFields({ zone: 'Choose a time zone such as Europe/Vienna.' })
  const [closes, over, pinned] = [
    readOne(input.closesAt, zone, which, article.commentsCloseAt),
    readOne(input.unpublishAt, zone, which, article.unpublishAt),
    readOne(input.pinnedUntil, zone, which, article.pinnedUntil),
  ]
  const early =
    over.at !== null && publishedAt !== null && over.at <= publishedAt
      ? 'This is before the piece appears.'
      : null
  const problems = Object.entries({
    closesAt: closes.problem,
    unpublishAt: over.problem ?? early,
    pinnedUntil: pinned.problem,
  }).flatMap(([field, problem]) => (problem === null ? [] : [[field, problem]]))
  const asks = problems.some(([, problem]) => problem === TWICE)
  return problems.length > 0
    ? invalidFields({
        ...Object.fromEntries(problems),
        ...(asks ? { which: 'Once before and once after the clocks go back.' } : {}),
      })
    : ok({ closesAt: closes.at, unpublishAt: over.at, pinnedUntil: pinned.at })
}

/** What a piece is apart from its text: who stands below the title, who looks after it, its thread, what is planned. */
export const changeDetails = async (
  deps: Pick<Ports, 'articleStore' | 'accountStore' | 'clock'>,
  actor: Actor,
  {
    articleId,
    version,
    bylines,
    assignedTo,
    commentMode,
    featured = '',
    ...typed
  }: z.infer<typeof changeDetailsInput>,
): Promise<Result<{ version: number }>> => {
  const found = await findPiece(deps, actor, 'publish.article', articleId)
  if (!found.ok) return found
  const { article } = found.value.piece
  if (article.version !== version) return fail('conflict', OUT_OF_DATE)
  const planned = moments(typed, article)
  if (!planned.ok) return planned
  const staff = new Set((await deps.accountStore.listStaff()).map(({ id }) => id))
  const bylineIds = [...new Set(bylines.filter((id) => id !== ''))]
  const before = new Set(found.value.piece.bylines.map(({ userId }) => userId))
  if (
    bylineIds.some((id) => !staff.has(id) && !before.has(id)) ||
    (assignedTo !== '' && !staff.has(assignedTo))
  )
    return fail(
      'conflict',
      'One of these people does not work here any more. Reload the page and choose again.',
    )

  const now = deps.clock.now()
  const { closesAt, unpublishAt, pinnedUntil } = planned.value
  // Chosen anew it would stand before those chosen since.
  const featuredAt = featured === '' || article.kind === 'page' ? null : (article.featuredAt ?? now)
  const isFrozen = FROZEN.has(statusAt(article, now))
  const stored = await deps.articleStore.apply({
    articleId,
    expectVersion: version,
    set: {
      ...{ unpublishAt, pinnedUntil, featuredAt, updatedAt: now },
      assignedToId: assignedTo === '' ? null : assignedTo,
      commentMode: commentMode === '' ? null : commentMode,
      commentsCloseAt: closesAt,
    },
    bylineIds,
    audit: {
      actor,
      action: 'change.details',
      subject: `article:${articleId}`,
      detail: {
        bylines: bylineIds.join(' '),
        commentMode,
        unpublishAt,
        pinnedUntil,
        featured: featuredAt,
        closesAt,
        version: version + 1,
      },
    },
    effects: isFrozen
      ? [
          ...articleChanged(article, [article.slug]),
          ...articleWillChange(
            article,
            article.slug,
            [unpublishAt, pinnedUntil, closesAt].filter((at) => at !== null && at > now),
          ),
        ]
      : [],
  })
  return stored === 'stored' ? ok({ version: version + 1 }) : fail('conflict', OUT_OF_DATE)
}
