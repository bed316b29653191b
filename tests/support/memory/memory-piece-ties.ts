import type { PublicCard } from '../../../lib/articles/article'
import type { Counted, TagFacts } from '../../../lib/articles/piece-index'
import type { PieceTies, SeriesPlace } from '../../../lib/articles/piece-ties'
import type { Instant } from '../../../lib/kernel/clock'
import { counted } from './memory-piece-index'
import { cardOf, isListed, isPublic } from './memory-public'
import { type MemoryTables, byTime } from './memory-tables'

const inOrder = byTime<PublicCard>(
  (card) => card.publishedAt,
  (card) => card.id,
)

export class MemoryPieceTies implements PieceTies {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async series(slug: string, now: Instant): Promise<TagFacts | null> {
    const found = (await this.allSeries(now, Infinity)).find((series) => series.slug === slug)
    return found ? { id: found.id, slug, name: found.name } : null
  }

  async allSeries(now: Instant, limit: number): Promise<readonly (TagFacts & Counted)[]> {
    return counted(this.#cards(now).flatMap(({ id }) => this.#tables.articleSeries.get(id) ?? []))
      .slice(0, limit)
      .map(([slug, pieces]) => ({ ...this.#facts(slug), pieces }))
  }

  async parts(seriesId: string, now: Instant, limit: number): Promise<readonly PublicCard[]> {
    return this.#cards(now)
      .filter(({ id }) => this.#tables.articleSeries.get(id) === seriesId)
      .slice(0, limit)
  }

  async placeInSeries(articleId: string, now: Instant): Promise<SeriesPlace | null> {
    const slug = this.#tables.articleSeries.get(articleId)
    if (slug === undefined) return null
    const parts = await this.parts(slug, now, Infinity)
    const at = parts.findIndex(({ id }) => id === articleId)
    if (at < 0) return null
    return {
      ...{ series: this.#facts(slug), part: at + 1, parts: parts.length },
      ...{ earlier: parts[at - 1] ?? null, later: parts[at + 1] ?? null },
    }
  }

  async translations(articleId: string, now: Instant): Promise<readonly PublicCard[]> {
    const firstOf = (id: string): string => this.#tables.originals.get(id) ?? id
    return this.#cards(now, isPublic)
      .filter(({ id }) => id !== articleId && firstOf(id) === firstOf(articleId))
      .reverse()
  }

  #facts(slug: string): TagFacts {
    return { id: slug, slug, name: this.#tables.series.get(slug) ?? '' }
  }

  /** Every piece of a list, or that anybody may read, oldest first. */
  #cards(now: Instant, which = isListed): PublicCard[] {
    return [...this.#tables.articles.values()]
      .filter((article) => which(article, now))
      .flatMap((article) => cardOf(this.#tables, article, now) ?? [])
      .sort(inOrder)
  }
}
