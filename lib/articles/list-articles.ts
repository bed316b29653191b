import type { Actor } from '../kernel/actor'
import { DAY, type Instant } from '../kernel/clock'
import { canonicalText } from '../kernel/canonical-text'
import { type Cursor, type Page, parseCursor, printCursor } from '../kernel/paging'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import type { ArticleRecord } from './article'
import type { ArticleKind } from './article-kind'
import { ARTICLE_STATUSES, type ArticleStatus, EDITABLE } from './article-status'
import type { ArticleFilter, ListOrder } from './article-store'
import type { StudioRowView } from './article-view'
import { needsAttention } from './checklist'
import { notAllowed } from './find-piece'
import { presentStudioRow } from './present-studio'
import { studioSight } from './studio-sight'

/** What the list is asked for; whatever is left out narrows nothing down. */
interface ListQuestion {
  /** Left out: everything that is not in the trash. */
  readonly status?: ArticleStatus
  /** Words in the title or the text. */
  readonly words?: string
  /** The same of the title alone. */
  readonly title?: string
  /** `me`: only pieces one looks after. */
  readonly assigned?: 'me'
  readonly kind?: ArticleKind
  /** User id. */
  readonly author?: string
  readonly tag?: string
  readonly series?: string
  /** Only those an editor has chosen, that appear within a week, in which something is missing. */
  readonly only?: 'featured' | 'soon' | 'attention'
  readonly order?: ListOrder
  readonly after?: string
}

export interface StudioList {
  readonly rows: Page<StudioRowView>
  /** Of the pieces this person may open; null where counting would mean reading them all. */
  readonly counts: Readonly<Record<ArticleStatus, number>> | null
}

const PAGE = 25
const SOON = 7 * DAY
/** How many pages of drafts in which something may be missing are looked through for one that are sure. */
const LOOKED_THROUGH = 8

const filterOf = (
  actor: Actor,
  { words = '', title = '', assigned, kind, author, tag = '', series = '', only }: ListQuestion,
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
  input: ListQuestion,
): Promise<Result<StudioList>> => {
  if (!can(actor, 'open.studio')) return notAllowed(actor, 'The studio is for writers and editors.')
  const { status, after, order = 'changed' } = input
  const cursor = after === undefined || after === '' ? null : parseCursor(after)
  if (after && !cursor)
    return fail('invalid', 'This address of a page is incomplete. Go back to the first page.')

  const now = clock.now()
  const own = filterOf(actor, input, now)
  const filter = { ...own, statuses: status ? [status] : [...EDITABLE] }
  // How many are sure is not known before all are looked at; and texts are not read through once for each tab.
  const isCounted = !own.mayNeedAttention && own.words === undefined
  const [{ items, next }, counts] = await Promise.all([
    pageOf({ articleStore }, filter, cursor, order),
    isCounted
      ? Promise.all(
          ARTICLE_STATUSES.map(
            async (each) => [each, await articleStore.count({ ...own, statuses: [each] })] as const,
          ),
        )
      : null,
  ])
  return ok({
    rows: { items: items.map((piece) => presentStudioRow(piece, now)), next },
    counts: counts && (Object.fromEntries(counts) as Record<ArticleStatus, number>),
  })
}
