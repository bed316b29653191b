import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { DAY, type Instant } from '../kernel/clock'
import { ID_PATTERN } from '../kernel/ids'
import { canonicalText } from '../kernel/canonical-text'
import { type Cursor, type Page, parseCursor, printCursor } from '../kernel/paging'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import type { ArticleRecord } from './article'
import { ARTICLE_KINDS } from './article-kind'
import { ARTICLE_STATUSES, type ArticleStatus, EDITABLE } from './article-status'
import { type ArticleFilter, LIST_ORDERS, type ListOrder } from './article-store'
import type { StudioRowView } from './article-view'
import { needsAttention } from './checklist'
import { notAllowed } from './find-piece'
import { presentStudioRow } from './present-studio'
import { studioSight } from './studio-sight'

const name = z.string().max(200).optional()

const listArticlesInput = z.strictObject({
  /** Left out: everything that is not in the trash. */
  status: z.enum(ARTICLE_STATUSES).optional(),
  /** Words in the title or the text. */
  words: name,
  /** The same of the title alone. */
  title: name,
  /** `me`: only pieces one looks after. */
  assigned: z.enum(['me']).optional(),
  kind: z.enum(ARTICLE_KINDS).optional(),
  author: z.string().regex(ID_PATTERN).optional(),
  tag: name,
  series: name,
  /** Only those an editor has chosen, that appear within a week, in which something is missing. */
  only: z.enum(['featured', 'soon', 'attention']).optional(),
  order: z.enum(LIST_ORDERS).optional(),
  after: z.string().max(100).optional(),
})

export interface StudioList {
  readonly rows: Page<StudioRowView>
  /** Of the pieces this person may open; null where counting would mean reading them all. */
  readonly counts: Readonly<Record<ArticleStatus, number>> | null
}

const PAGE = 25
const SOON = 7 * DAY
/** How many pages of drafts in which something may be missing are looked through for one that are sure. */
const LOOKED_THROUGH = 8

type Input = z.infer<typeof listArticlesInput>

const filterOf = (
  actor: Actor,
  { words = '', title = '', assigned, kind, author, tag = '', series = '', only }: Input,
  now: Instant,
): Omit<ArticleFilter, 'statuses'> => {
  const line = (text: string) => canonicalText(text, { singleLine: true })
  return {
    ...{ ...studioSight(actor), now },
    ...(line(words) === '' ? {} : { words: line(words) }),
    ...(line(title) === '' ? {} : { title: line(title) }),
    ...(assigned === 'me' && actor.kind === 'user' ? { assignedTo: actor.userId } : {}),
    ...(kind ? { kind } : {}),
    ...(author ? { author } : {}),
    ...(line(tag) === '' ? {} : { tag: line(tag) }),
    ...(line(series) === '' ? {} : { series: line(series) }),
    ...(only === 'featured' ? { featured: true } : {}),
    ...(only === 'soon' ? { appearsBefore: now + SOON } : {}),
    ...(only === 'attention' ? { mayNeedAttention: true } : {}),
  }
}

const momentOf = ({ article }: ArticleRecord, order: ListOrder): Instant =>
  order === 'published' ? (article.publishedAt ?? 0) : article.updatedAt

/** A page of the list. Drafts that turned out to be whole are passed over. */
const pageOf = async (
  { articleStore }: Pick<Ports, 'articleStore'>,
  filter: ArticleFilter,
  after: Cursor | null,
  order: ListOrder,
): Promise<{ readonly items: readonly ArticleRecord[]; readonly next: string | null }> => {
  const items: ArticleRecord[] = []
  let place = after
  for (let page = 0; page < LOOKED_THROUGH; page += 1) {
    const found = await articleStore.list(filter, place, PAGE, order)
    for (const [index, piece] of found.slice(0, PAGE).entries()) {
      place = { at: momentOf(piece, order), id: piece.article.id }
      if (filter.mayNeedAttention && !needsAttention(piece.draft)) continue
      items.push(piece)
      if (items.length === PAGE) return { items, next: index + 1 < found.length ? printCursor(place) : null }
    }
    if (found.length <= PAGE) return { items, next: null }
  }
  return { items, next: place && printCursor(place) }
}

/** The studio's list, last changed first unless another order is asked for. */
export const listArticles = async (
  { articleStore, clock }: Pick<Ports, 'articleStore' | 'clock'>,
  actor: Actor,
  input: Input,
): Promise<Result<StudioList>> => {
  if (!can(actor, 'open.studio')) return notAllowed(actor, 'The studio is for writers and editors.')
  const { status, after, order = 'changed' } = input
  const cursor = after === undefined || after === '' ? null : parseCursor(after)
  if (after && !cursor)
    return fail('invalid', 'This address of a page is incomplete. Go back to the first page.')

  const now = clock.now()
  const own = filterOf(actor, input, now)
  const filter = { ...own, statuses: status ? [status] : [...EDITABLE] }
  const [{ items, next }, counts] = await Promise.all([
    pageOf({ articleStore }, filter, cursor, order),
    Promise.all(
      ARTICLE_STATUSES.map(
        async (each) => [each, await articleStore.count({ ...own, statuses: [each] })] as const,
      ),
    ),
  ])
  return ok({
    rows: { items: items.map((piece) => presentStudioRow(piece, now)), next },
    // How many are sure is not known before all are looked at.
    counts: own.mayNeedAttention ? null : (Object.fromEntries(counts) as Record<ArticleStatus, number>),
  })
}
