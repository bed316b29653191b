import type { Instant } from '../../../lib/kernel/clock'
import type {
  SearchEntry,
  SearchIndexName,
  SearchKeeper,
  SearchScope,
  SearchSource,
  SearchStretch,
} from '../../../lib/search/search-keeper'
import { bylinesOf, descendants, isPublic, isVisible, tagsOf } from './memory-public'
import type { MemoryTables } from './memory-tables'

type Stretch = Parameters<SearchKeeper['strays']>[3]

/** What belongs into each index is worked out from the tables; what is in it stands in `tables.searchIndexes`. */
export class MemorySearchKeeper implements SearchKeeper {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async strays(...[index, scope, now, stretch]: Parameters<SearchKeeper['strays']>): Promise<SearchStretch> {
    const stored = [...this.#in(index).values()].filter((entry) => this.#isWithin(scope, entry))
    return stretchOf(stored, (entry) => !this.#isCurrent(index, entry, now), stretch)
  }

  async remove(index: SearchIndexName, ids: readonly string[], now: Instant): Promise<void> {
    for (const id of ids) {
      const entry = this.#in(index).get(id)
      if (entry && !this.#isCurrent(index, entry, now)) this.#in(index).delete(id)
    }
  }

  async missing(
    ...[index, scope, now, stretch]: Parameters<SearchKeeper['missing']>
  ): Promise<SearchStretch> {
    const belonging = this.#belonging(index, now).filter((source) => this.#isWithin(scope, source))
    return stretchOf(belonging, ({ id, stamp }) => this.#in(index).get(id)?.stamp !== stamp, stretch)
  }

  async sources(
    index: SearchIndexName,
    ids: readonly string[],
    now: Instant,
  ): Promise<readonly SearchSource[]> {
    return this.#belonging(index, now).filter(({ id }) => ids.includes(id))
  }

  async put(index: SearchIndexName, entries: readonly SearchEntry[], now: Instant): Promise<void> {
    for (const entry of entries) if (this.#isCurrent(index, entry, now)) this.#in(index).set(entry.id, entry)
  }

  async comeDue(since: Instant, now: Instant): Promise<readonly string[]> {
    return [...this.#tables.articles.values()]
      .filter((article) => isPublic(article, now) && (article.publishedAt ?? 0) > since)
      .map(({ id }) => id)
      .sort()
  }

  async clear(): Promise<void> {
    for (const entries of Object.values(this.#tables.searchIndexes)) entries.clear()
  }

  #in(index: SearchIndexName): Map<string, SearchEntry> {
    return this.#tables.searchIndexes[index]
  }

  #isCurrent(
    index: SearchIndexName,
    { id, stamp }: Pick<SearchEntry, 'id' | 'stamp'>,
    now: Instant,
  ): boolean {
    return this.#belonging(index, now).some((source) => source.id === id && source.stamp === stamp)
  }

  #isWithin(scope: SearchScope, { id, articleId }: Pick<SearchSource, 'id' | 'articleId'>): boolean {
    if (scope === 'everything') return true
    if ('articleId' in scope) return scope.articleId === articleId
    return scope.commentIds.some(
      (commentId) =>
        id === commentId || descendants(this.#tables, commentId).some((comment) => comment.id === id),
    )
  }

  #belonging(index: SearchIndexName, now: Instant): readonly SearchSource[] {
    return index === 'pieces' ? this.#pieces(now) : this.#comments(index, now)
  }

  #pieces(now: Instant): readonly SearchSource[] {
    const tables = this.#tables
    return [...tables.articles.values()].flatMap((article) => {
      const live = tables.articleRevisions.get(article.liveRevisionId ?? '')
      if (!live || !isPublic(article, now)) return []
      const bylines = bylinesOf(tables, article.id)
      const about = [...bylines, ...tagsOf(tables, article.id)].map(({ name }) => name)
      const stamp = [live.id, ...bylines.map(({ slug }) => slug)].join(' ')
      return {
        ...{ id: article.id, articleId: article.id, stamp, at: article.publishedAt ?? 0 },
        ...{ language: live.language, title: live.title, body: live.plainText },
        lead: [live.kicker, live.dek, ...about].join('\n'),
      }
    })
  }

  #comments(index: 'comments' | 'desk', now: Instant): readonly SearchSource[] {
    const { comments, commentRevisions, articles, articleRevisions } = this.#tables
    return [...comments.values()].flatMap((comment) => {
      const { id, articleId, latestRevisionId, approvedRevisionId, createdAt: at } = comment
      const article = articles.get(articleId)
      const approved = commentRevisions.get(approvedRevisionId ?? '')
      const latest = commentRevisions.get(latestRevisionId)
      const { language = '' } = articleRevisions.get(article?.draftRevisionId ?? '') ?? {}
      if (index === 'desk') {
        if (comment.status === 'erased' || !latest) return []
        const other = approved && approved !== latest ? ` ${approved.body}` : ''
        const stamp = latestRevisionId + (approvedRevisionId ?? '')
        return {
          id,
          articleId,
          at,
          stamp,
          language,
          title: comment.name,
          lead: '',
          body: latest.body + other,
        }
      }
      if (!isVisible(this.#tables, comment, now) || !approved) return []
      return { id, articleId, at, stamp: approved.id, language, title: '', lead: '', body: approved.body }
    })
  }
}

const stretchOf = <T extends { readonly id: string }>(
  rows: readonly T[],
  isFound: (row: T) => boolean,
  { after, size }: Stretch,
): SearchStretch => {
  const looked = rows
    .filter(({ id }) => id > after)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .slice(0, size)
  return {
    found: looked.filter(isFound).map(({ id }) => id),
    next: looked.length === size ? (looked.at(-1)?.id ?? null) : null,
  }
}
