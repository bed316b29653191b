import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { canonicalText } from '../kernel/canonical-text'
import { type Page, parseCursor, printCursor } from '../kernel/paging'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { ARTICLE_STATUSES, type ArticleStatus, EDITABLE } from './article-status'
import type { StudioRowView } from './article-view'
import { notAllowed } from './find-piece'
import { presentStudioRow } from './present-studio'
import { studioSight } from './studio-sight'

export const listArticlesInput = z.strictObject({
  /** Left out: everything that is not in the trash. */
  status: z.enum(ARTICLE_STATUSES).optional(),
  /** Words in the title. */
  title: z.string().max(200).optional(),
  /** `me`: only pieces one looks after. */
  assigned: z.enum(['me']).optional(),
  after: z.string().max(100).optional(),
})

export interface StudioList {
  readonly rows: Page<StudioRowView>
  /** Of the pieces this person may open. */
  readonly counts: Readonly<Record<ArticleStatus, number>>
}

const PAGE = 25

/** The studio's list, last changed first. */
export const listArticles = async (
  { articleStore, clock }: Pick<Ports, 'articleStore' | 'clock'>,
  actor: Actor,
  { status, after, title = '', assigned }: z.infer<typeof listArticlesInput>,
): Promise<Result<StudioList>> => {
  if (!can(actor, 'open.studio')) return notAllowed(actor, 'The studio is for writers and editors.')
  const cursor = after === undefined || after === '' ? null : parseCursor(after)
  if (after && !cursor)
    return fail('invalid', 'This address of a page is incomplete. Go back to the first page.')

  const now = clock.now()
  const words = canonicalText(title, { singleLine: true })
  const own = {
    ...{ ...studioSight(actor), now },
    ...(words === '' ? {} : { title: words }),
    ...(assigned === 'me' && actor.kind === 'user' ? { assignedTo: actor.userId } : {}),
  }
  const filter = { ...own, statuses: status ? [status] : [...EDITABLE] }
  const [found, counts] = await Promise.all([
    articleStore.list(filter, cursor, PAGE),
    Promise.all(
      ARTICLE_STATUSES.map(
        async (each) => [each, await articleStore.count({ ...own, statuses: [each] })] as const,
      ),
    ),
  ])
  const items = found.slice(0, PAGE)
  const last = items.at(-1)?.article
  const next = found.length > PAGE && last ? printCursor({ at: last.updatedAt, id: last.id }) : null
  return ok({
    rows: { items: items.map((piece) => presentStudioRow(piece, now)), next },
    counts: Object.fromEntries(counts) as Record<ArticleStatus, number>,
  })
}
