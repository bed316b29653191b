import { presentCard } from '../articles/present-article'
import { articlePath } from '../articles/article-path'
import { canonicalText } from '../kernel/canonical-text'
import type { Instant } from '../kernel/clock'
import { type Result, fail, ok } from '../kernel/result'
import type { Ports } from '../ports'
import { excerptOf, markText } from '../text/mark-text'
import { parseQuery } from '../text/parse-query'
import type { TextQuery } from '../text/text-query'
import { didYouMean } from './did-you-mean'
import { FOUND_MAX, type Found, type PublicIndexName } from './search-reader'
import type { FoundCommentView, FoundPieceView, SearchKind, SearchView } from './search-view'

type Deps = Pick<Ports, 'searchReader' | 'articleReader' | 'limits' | 'clock'>

/** What a reader looks for. */
export interface SearchQuestion {
  /** As typed. */
  readonly typed: string
  readonly kind: SearchKind
  /** From 1. */
  readonly page: number
}

const RESULTS_PER_PAGE = 10
/** Signs of a question. */
const TYPED_MAX = 200

const INDEXES: Readonly<Record<SearchKind, PublicIndexName>> = { articles: 'pieces', comments: 'comments' }

const understand = async (
  { searchReader }: Deps,
  typed: string,
): Promise<Readonly<Record<SearchKind, TextQuery | null>>> => ({
  articles: parseQuery(typed, await searchReader.languages('pieces')),
  comments: parseQuery(typed, await searchReader.languages('comments')),
})

const NOTHING: Found = { ids: [], total: 0 }

const look = (
  { searchReader }: Deps,
  kind: SearchKind,
  query: TextQuery | null,
  now: Instant,
  page: { readonly offset: number; readonly limit: number },
): Promise<Found> => (query ? searchReader.find(INDEXES[kind], query, now, page) : Promise.resolve(NOTHING))

const presentPieces = async (
  { articleReader }: Deps,
  ids: readonly string[],
  query: TextQuery,
  now: Instant,
): Promise<readonly FoundPieceView[]> =>
  (await articleReader.readAll(ids, now)).map((piece) => ({
    ...presentCard(piece),
    marked: {
      title: markText(piece.title, piece.language, query),
      excerpt: excerptOf(piece.plainText, piece.language, query),
    },
  }))

const presentComments = async (
  { searchReader }: Deps,
  ids: readonly string[],
  query: TextQuery,
  now: Instant,
): Promise<readonly FoundCommentView[]> =>
  (await searchReader.comments(ids, now)).map(({ id, name, body, createdAt, piece }) => ({
    ...{ id, name, permalink: `/comments/${id}`, createdAt: new Date(createdAt).toISOString() },
    excerpt: excerptOf(body, piece.language, query),
    piece: { path: articlePath(piece.slug), ...piece },
  }))

/** The corrected question, when something is found with it. */
const suggest = async (deps: Deps, typed: string, now: Instant): Promise<string | null> => {
  const better = await didYouMean(deps, typed)
  if (better === null) return null
  const queries = await understand(deps, better)
  const one = { offset: 0, limit: 1 }
  const [articles, comments] = await Promise.all([
    look(deps, 'articles', queries.articles, now, one),
    look(deps, 'comments', queries.comments, now, one),
  ])
  return articles.total + comments.total > 0 ? better : null
}

/**
 * What readers find: public pieces and visible comments. `addressBlock` is who asks, for the limit. `limited` when they
 * ask too often, `invalid` for a question that is longer than any.
 */
export const searchPublic = async (
  deps: Deps,
  addressBlock: string,
  question: SearchQuestion,
): Promise<Result<SearchView>> => {
  const typed = canonicalText(question.typed).replace(/\s+/gu, ' ')
  const { kind, page } = question
  const empty = { typed, kind, page: 1, pages: 1, totals: null, articles: [], comments: [], suggestion: null }
  if (typed === '') return ok(empty)
  if ([...typed].length > TYPED_MAX) {
    return fail(
      'invalid',
      `Please use fewer words: ${TYPED_MAX} letters are the most that can be looked for.`,
    )
  }
  const allowed = await deps.limits.take('search.address', addressBlock)
  if (!allowed.ok) return allowed

  const now = deps.clock.now()
  const queries = await understand(deps, typed)
  const here = { offset: (page - 1) * RESULTS_PER_PAGE, limit: RESULTS_PER_PAGE }
  const count = { offset: 0, limit: 0 }
  const [articles, comments] = await Promise.all([
    look(deps, 'articles', queries.articles, now, kind === 'articles' ? here : count),
    look(deps, 'comments', queries.comments, now, kind === 'comments' ? here : count),
  ])
  const { ids, total } = kind === 'articles' ? articles : comments
  const query = queries[kind]
  const isNothing = articles.total + comments.total === 0
  return ok({
    ...{ typed, kind, page, pages: Math.max(1, Math.ceil(Math.min(total, FOUND_MAX) / RESULTS_PER_PAGE)) },
    totals: { articles: articles.total, comments: comments.total },
    articles: kind === 'articles' && query ? await presentPieces(deps, ids, query, now) : [],
    comments: kind === 'comments' && query ? await presentComments(deps, ids, query, now) : [],
    suggestion: isNothing ? await suggest(deps, typed, now) : null,
  })
}
