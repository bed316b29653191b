import type { ArticleRecord, ArticleRevision } from '../../../lib/articles/article'
import { statusAt } from '../../../lib/articles/article-status'
import type {
  ArticleChange,
  ArticleFilter,
  ArticleStore,
  ListOrder,
  NewArticle,
  RevisionLine,
} from '../../../lib/articles/article-store'
import type { Cursor } from '../../../lib/kernel/paging'
import { bylinesOf } from './memory-public'
import { type MemoryTables, byTime, given } from './memory-tables'

export class MemoryArticleStore implements ArticleStore {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async insert({
    article,
    revision,
    bylineIds,
    audit,
    effects,
  }: NewArticle): Promise<'stored' | 'slug-taken'> {
    if (this.#isTaken(article.slug, article.id)) return 'slug-taken'
    this.#tables.articles.set(article.id, article)
    this.#tables.articleRevisions.set(revision.id, revision)
    this.#tables.bylines.set(article.id, bylineIds)
    this.#tables.audit.push(audit)
    this.#tables.queue(effects)
    return 'stored'
  }

  async find(articleId: string): Promise<ArticleRecord | null> {
    return this.#record(articleId)
  }

  async apply(change: ArticleChange): Promise<'stored' | 'conflict' | 'slug-taken'> {
    const article = this.#tables.articles.get(change.articleId)
    if (!article || article.version !== change.expectVersion) return 'conflict'
    const { slug } = change.set
    if (slug !== undefined && this.#isTaken(slug, article.id)) return 'slug-taken'
    // A database refuses what is not unique, and this is how its store says so.
    if (change.revision && this.#tables.articleRevisions.has(change.revision.id)) return 'slug-taken'
    const isTakenBack = slug !== undefined && this.#tables.slugHistory.delete(slug)
    if (change.retiredSlug !== undefined) this.#tables.slugHistory.set(change.retiredSlug, article.id)
    if (change.revision) this.#keep(change.revision)
    if (change.rewritten) this.#rewrite(change.rewritten)
    if (change.bylineIds) this.#tables.bylines.set(article.id, change.bylineIds)
    if (change.liveTags) {
      for (const { slug: tag, name } of change.liveTags) this.#tables.tags.set(tag, name)
      this.#tables.articleTags.set(
        article.id,
        change.liveTags.map((tag) => tag.slug),
      )
    }
    this.#writeTies(change)
    this.#tables.articles.set(article.id, {
      ...article,
      ...given(change.set),
      ...(isTakenBack ? { addressPublicAt: article.createdAt } : {}),
      version: article.version + 1,
    })
    this.#tables.audit.push(change.audit)
    this.#tables.queue(change.effects)
    return 'stored'
  }

  async keepRevision(revision: Omit<ArticleRevision, 'number'>): Promise<void> {
    this.#keep(revision)
  }

  async findRevision(revisionId: string): Promise<ArticleRevision | null> {
    return this.#tables.articleRevisions.get(revisionId) ?? null
  }

  async list(
    filter: ArticleFilter,
    after: Cursor | null,
    limit: number,
    by: ListOrder = 'changed',
  ): Promise<readonly ArticleRecord[]> {
    const inTime = byTime<{ at: number; id: string }>(
      (place) => place.at,
      (place) => place.id,
    )
    const order = by === 'oldest' ? (a: Cursor, b: Cursor) => inTime(b, a) : inTime
    return this.#matching(filter)
      .map(({ id, publishedAt, updatedAt }) => ({
        id,
        at: by === 'published' ? (publishedAt ?? 0) : updatedAt,
      }))
      .filter((place) => after === null || order(place, after) < 0)
      .sort((a, b) => order(b, a))
      .slice(0, limit + 1)
      .flatMap(({ id }) => this.#record(id) ?? [])
  }

  async count(filter: ArticleFilter): Promise<number> {
    return this.#matching(filter).length
  }

  #writeTies({ articleId, liveSeries, liveOriginalId }: ArticleChange): void {
    const { series, articleSeries, originals } = this.#tables
    if (liveSeries !== undefined) articleSeries.delete(articleId)
    if (liveSeries) {
      series.set(liveSeries.slug, liveSeries.name)
      articleSeries.set(articleId, liveSeries.slug)
    }
    if (liveOriginalId !== undefined) originals.delete(articleId)
    const first = liveOriginalId && (originals.get(liveOriginalId) ?? liveOriginalId)
    if (!first || first === articleId) return
    originals.set(articleId, first)
    for (const [id, original] of originals) if (original === articleId) originals.set(id, first)
  }

  async calendar(
    filter: ArticleFilter,
    { from, until }: { readonly from: number; readonly until: number },
    limit: number,
  ): Promise<readonly ArticleRecord[]> {
    const order = byTime<{ at: number; id: string }>(
      (place) => place.at,
      (place) => place.id,
    )
    return this.#matching(filter)
      .filter(({ publishedAt, unpublishAt }) =>
        [publishedAt, unpublishAt].some((at) => at !== null && at >= from && at < until),
      )
      .map(({ id, publishedAt }) => ({ at: publishedAt ?? 0, id }))
      .sort(order)
      .slice(0, limit)
      .flatMap(({ id }) => this.#record(id) ?? [])
  }

  async revisions(articleId: string, below: number | null, limit: number): Promise<readonly RevisionLine[]> {
    return this.#revisionsOf(articleId)
      .filter(({ number }) => below === null || number < below)
      .slice(0, limit + 1)
      .map(({ id, number, title, wordCount, authorId, createdAt, savedAt, kind, version }) => ({
        ...{ id, number, title, wordCount, authorId, createdAt, savedAt, kind, version },
        authorName: this.#tables.users.get(authorId)?.name ?? '',
      }))
  }

  async ancestor(articleId: string, version: number): Promise<ArticleRevision | null> {
    return (
      this.#revisionsOf(articleId).find(
        (one) => one.kind !== 'conflict' && one.version !== null && one.version <= version,
      ) ?? null
    )
  }

  /** Latest first. */
  #revisionsOf(articleId: string): readonly ArticleRevision[] {
    return [...this.#tables.articleRevisions.values()]
      .filter((one) => one.articleId === articleId)
      .sort((a, b) => b.number - a.number)
  }

  #rewrite(revision: Omit<ArticleRevision, 'number'>): void {
    const number = this.#tables.articleRevisions.get(revision.id)?.number
    if (number !== undefined) this.#tables.articleRevisions.set(revision.id, { ...revision, number })
  }

  #matching(filter: ArticleFilter) {
    const { statuses, now, ofUser, assignedTo, kind, author, featured, appearsBefore = Infinity } = filter
    const bylines = (id: string) => this.#tables.bylines.get(id) ?? []
    return [...this.#tables.articles.values()].filter(
      (article) =>
        statuses.includes(statusAt(article, now)) &&
        (assignedTo === undefined || article.assignedToId === assignedTo) &&
        (ofUser === undefined || article.createdById === ofUser || bylines(article.id).includes(ofUser)) &&
        (kind === undefined || article.kind === kind) &&
        (author === undefined || bylines(article.id).includes(author)) &&
        (!featured || article.featuredAt !== null) &&
        (appearsBefore === Infinity ||
          ((article.publishedAt ?? 0) > now && (article.publishedAt ?? 0) < appearsBefore)) &&
        this.#isInDraft(filter, article.draftRevisionId),
    )
  }

  #isInDraft(
    { words, title: called, tag, series, mayNeedAttention }: ArticleFilter,
    draftId: string,
  ): boolean {
    const draft = this.#tables.articleRevisions.get(draftId)
    if (!draft) return false
    const has = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase())
    const { title, dek, kicker, plainText } = draft
    return (
      (words === undefined || has(title, words) || has(plainText, words)) &&
      (called === undefined || has(title, called)) &&
      (tag === undefined || draft.tags.some((name) => name.toLowerCase() === tag.toLowerCase())) &&
      (series === undefined || draft.series.toLowerCase() === series.toLowerCase()) &&
      (!mayNeedAttention ||
        [title, dek, kicker, plainText].some((text) => text.includes('TK')) ||
        JSON.stringify(draft.document).includes('"alt":""'))
    )
  }

  /** An address is taken by a piece that has it, and by one that had it. A piece may take back its own. */
  #isTaken(slug: string, articleId: string): boolean {
    const owner = [...this.#tables.articles.values()].find((article) => article.slug === slug)?.id
    const former = this.#tables.slugHistory.get(slug)
    return (owner !== undefined && owner !== articleId) || (former !== undefined && former !== articleId)
  }

  #keep(revision: Omit<ArticleRevision, 'number'>): void {
    const numbers = [...this.#tables.articleRevisions.values()]
      .filter(({ articleId }) => articleId === revision.articleId)
      .map(({ number }) => number)
    this.#tables.articleRevisions.set(revision.id, { ...revision, number: Math.max(0, ...numbers) + 1 })
  }

  #record(articleId: string): ArticleRecord | null {
    const article = this.#tables.articles.get(articleId)
    const draft = article && this.#tables.articleRevisions.get(article.draftRevisionId)
    if (!article || !draft) return null
    const live = article.liveRevisionId ? this.#tables.articleRevisions.get(article.liveRevisionId) : null
    return { article, draft, live: live ?? null, bylines: bylinesOf(this.#tables, articleId) }
  }
}
