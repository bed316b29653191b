import type { Instant } from '../../../lib/kernel/clock'
import type { SearchEntry } from '../../../lib/search/search-keeper'
import {
  FOUND_MAX,
  type Found,
  type FoundComment,
  type KnownWord,
  type PublicIndexName,
  type SearchReader,
} from '../../../lib/search/search-reader'
import type { TextQuery, TextTerm } from '../../../lib/text/text-query'
import { isPublic, isVisible } from './memory-public'
import type { MemoryTables } from './memory-tables'

/** Looks through what MemorySearchKeeper put into the tables. */
export class MemorySearchReader implements SearchReader {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async languages(index: PublicIndexName): Promise<readonly string[]> {
    return [...new Set(this.#in(index).map(({ language }) => language))].sort()
  }

  async find(
    index: PublicIndexName,
    query: TextQuery,
    now: Instant,
    { offset, limit }: { readonly offset: number; readonly limit: number },
  ): Promise<Found> {
    const ranked = this.#in(index)
      .map((entry) => ({ entry, score: scoreOf(entry, query) }))
      .filter(({ entry, score }) => score > 0 && this.#isPublic(index, entry, now))
      .sort((a, b) => b.score - a.score || b.entry.at - a.entry.at)
    return {
      ids: ranked.slice(offset, offset + limit).map(({ entry }) => entry.id),
      total: Math.min(ranked.length, FOUND_MAX),
    }
  }

  async comments(ids: readonly string[], now: Instant): Promise<readonly FoundComment[]> {
    const { comments, commentRevisions, articles, articleRevisions } = this.#tables
    return ids.flatMap((id) => {
      const comment = comments.get(id)
      const body = commentRevisions.get(comment?.approvedRevisionId ?? '')?.body
      const article = articles.get(comment?.articleId ?? '')
      const live = articleRevisions.get(article?.liveRevisionId ?? '')
      if (!comment || body === undefined || !article || !live || !isVisible(this.#tables, comment, now))
        return []
      const { title, language, direction } = live
      const { name, createdAt } = comment
      return [{ id, name, body, createdAt, piece: { slug: article.slug, title, language, direction } }]
    })
  }

  async wordsLike(word: string): Promise<readonly KnownWord[]> {
    const documents = new Map<string, number>()
    for (const { words } of [...this.#in('pieces'), ...this.#in('comments')]) {
      for (const known of words) documents.set(known, (documents.get(known) ?? 0) + 1)
    }
    return [...documents]
      .filter(([known]) => Math.abs(known.length - word.length) <= 2)
      .map(([known, count]) => ({ word: known, documents: count }))
      .sort((a, b) => b.documents - a.documents || (a.word < b.word ? -1 : 1))
  }

  #in(index: PublicIndexName): readonly SearchEntry[] {
    return [...this.#tables.searchIndexes[index].values()]
  }

  #isPublic(index: PublicIndexName, { id, stamp }: SearchEntry, now: Instant): boolean {
    const { articles, comments } = this.#tables
    const article = articles.get(id)
    if (index === 'pieces') return isPublic(article, now) && article?.liveRevisionId === stamp.split(' ')[0]
    const comment = comments.get(id)
    return (
      comment !== undefined && isVisible(this.#tables, comment, now) && comment.approvedRevisionId === stamp
    )
  }
}

const count = (tokens: readonly string[], { phrases }: TextTerm): number =>
  tokens.filter((_, at) => phrases.some((words) => words.every((word, n) => tokens[at + n] === word))).length

/** 0: not found. A word in the headline weighs most. */
const scoreOf = ({ title, lead, body, forms }: SearchEntry, { terms }: TextQuery): number => {
  const scores = terms.map((term) => {
    const { prefix } = term
    const begins = prefix !== null && forms.some((form) => form.startsWith(prefix))
    const length = 1 + Math.log(1 + body.length)
    return (8 * count(title, term) + 3 * count(lead, term) + count(body, term)) / length + (begins ? 0.01 : 0)
  })
  return scores.some((score) => score === 0) ? 0 : scores.reduce((sum, score) => sum + score, 0)
}
