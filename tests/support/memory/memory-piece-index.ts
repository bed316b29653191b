import type { Article, PublicCard } from '../../../lib/articles/article'
import type {
  AuthorFacts,
  Counted,
  MonthCount,
  PieceIndex,
  PieceScope,
  TagFacts,
} from '../../../lib/articles/piece-index'
import type { Instant } from '../../../lib/kernel/clock'
import type { Cursor } from '../../../lib/kernel/paging'
import { cardOf, isListed, isPublic } from './memory-public'
import { type MemoryTables, byTime } from './memory-tables'

const order = byTime<{ publishedAt: Instant; id: string }>(
  (piece) => piece.publishedAt,
  (piece) => piece.id,
)
const placeOf = ({ at, id }: Cursor) => ({ publishedAt: at, id })

/** How often each occurs, most often first. */
export const counted = (words: readonly string[]): readonly [string, number][] => {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
}

export class MemoryPieceIndex implements PieceIndex {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async cards(
    now: Instant,
    { limit, after, within = { kind: 'all' } }: Parameters<PieceIndex['cards']>[1],
  ): Promise<readonly PublicCard[]> {
    return this.#newestFirst(now)
      .filter((card) => this.#isWithin(within, card))
      .filter((card) => !after || order(card, placeOf(after)) < 0)
      .slice(0, limit)
  }

  async pinned(now: Instant, limit: number): Promise<readonly PublicCard[]> {
    const isPinned = ({ id }: PublicCard) => (this.#tables.articles.get(id)?.pinnedUntil ?? 0) > now
    return this.#newestFirst(now).filter(isPinned).slice(0, limit)
  }

  async featured(now: Instant, limit: number): Promise<readonly PublicCard[]> {
    const since = ({ id }: PublicCard) => this.#tables.articles.get(id)?.featuredAt ?? null
    return this.#newestFirst(now)
      .filter((card) => since(card) !== null)
      .sort((a, b) => Number(since(b)) - Number(since(a)))
      .slice(0, limit)
  }

  async pages(now: Instant, limit: number): Promise<readonly PublicCard[]> {
    return [...this.#tables.articles.values()]
      .filter((article) => article.kind === 'page' && isPublic(article, now))
      .flatMap((article) => cardOf(this.#tables, article, now) ?? [])
      .sort(order)
      .slice(0, limit)
  }

  async neighbours(
    place: Cursor,
    now: Instant,
  ): Promise<{ readonly earlier: PublicCard | null; readonly later: PublicCard | null }> {
    const all = this.#newestFirst(now)
    return {
      earlier: all.find((card) => order(card, placeOf(place)) < 0) ?? null,
      later: all.findLast((card) => order(card, placeOf(place)) > 0) ?? null,
    }
  }

  async sharingTags(
    articleId: string,
    now: Instant,
    limit: number,
  ): Promise<readonly { readonly card: PublicCard; readonly shared: number }[]> {
    const own = new Set(this.#tagsOf(articleId))
    return this.#newestFirst(now)
      .map((card) => ({ card, shared: this.#tagsOf(card.id).filter((slug) => own.has(slug)).length }))
      .filter(({ card, shared }) => shared > 0 && card.id !== articleId)
      .sort((a, b) => b.shared - a.shared)
      .slice(0, limit)
  }

  async tag(slug: string, now: Instant): Promise<TagFacts | null> {
    return (
      (await this.tags(now, Infinity)).map(({ pieces: _, ...tag }) => tag).find((tag) => tag.slug === slug) ??
      null
    )
  }

  async tags(now: Instant, limit: number, newest = Infinity): Promise<readonly (TagFacts & Counted)[]> {
    return counted(
      this.#newestFirst(now)
        .slice(0, newest)
        .flatMap(({ id }) => this.#tagsOf(id)),
    )
      .slice(0, limit)
      .map(([slug, pieces]) => ({ id: slug, slug, name: this.#tables.tags.get(slug) ?? '', pieces }))
  }

  async author(slug: string, now: Instant): Promise<AuthorFacts | null> {
    return (
      (await this.authors(now, Infinity))
        .map(({ pieces: _, ...author }) => author)
        .find((author) => author.slug === slug) ?? null
    )
  }

  async authors(now: Instant, limit: number): Promise<readonly (AuthorFacts & Counted)[]> {
    return counted(this.#newestFirst(now).flatMap(({ id }) => this.#tables.bylines.get(id) ?? []))
      .slice(0, limit)
      .flatMap(([userId, pieces]) => {
        const user = this.#tables.users.get(userId)
        return user ? [{ userId, slug: user.slug, name: user.name, bio: user.bio, pieces }] : []
      })
  }

  async months(now: Instant): Promise<readonly MonthCount[]> {
    const months = this.#newestFirst(now).map(({ publishedAt }) =>
      new Date(publishedAt).toISOString().slice(0, 7),
    )
    return [...new Set(months)].map((month) => ({
      year: Number(month.slice(0, 4)),
      month: Number(month.slice(5)),
      pieces: months.filter((other) => other === month).length,
    }))
  }

  #tagsOf(articleId: string): readonly string[] {
    return this.#tables.articleTags.get(articleId) ?? []
  }

  #isWithin(scope: PieceScope, { id, publishedAt }: PublicCard): boolean {
    switch (scope.kind) {
      case 'all':
        return true
      case 'tag':
        return this.#tagsOf(id).includes(scope.tagId)
      case 'author':
        return (this.#tables.bylines.get(id) ?? []).includes(scope.userId)
      case 'series':
        return this.#tables.articleSeries.get(id) === scope.seriesId
      case 'period':
        return publishedAt >= scope.from && publishedAt < scope.until
    }
  }

  #newestFirst(now: Instant): PublicCard[] {
    return [...this.#tables.articles.values()]
      .filter((article: Article) => isListed(article, now))
      .flatMap((article) => cardOf(this.#tables, article, now) ?? [])
      .sort((a, b) => order(b, a))
  }
}
