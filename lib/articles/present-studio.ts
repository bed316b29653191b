import type { Actor } from '../kernel/actor'
import { type OwnedArticle, can } from '../policy/policy'
import type { ArticleRecord } from './article'
import { articlePath } from './article-path'
import { EDITABLE, PUBLIC, articleMoves } from './article-status'
import type { StudioArticleView, StudioRowView } from './article-view'
import { printMarkdown } from './document/print-markdown'
import { ownedPiece } from './find-piece'
import { presentBylines } from './present-article'
import { printNotes } from './notes'
import { storedDocument } from './stored-document'
import { printTags } from './tags'

const iso = (at: number): string => new Date(at).toISOString()

/** A piece nobody named yet. */
const UNTITLED = 'Untitled'

export const presentStudioRow = ({ article, draft, bylines }: ArticleRecord): StudioRowView => ({
  id: article.id,
  title: draft.title || UNTITLED,
  slug: article.slug,
  path: articlePath(article.slug),
  status: article.status,
  hasUnpublishedChanges: PUBLIC.has(article.status) && article.draftRevisionId !== article.liveRevisionId,
  updatedAt: iso(article.updatedAt),
  publishedAt: article.publishedAt === null ? null : iso(article.publishedAt),
  bylines: presentBylines(bylines),
})

/** Who (policy) and when (machine) together: a button is shown for what would succeed. */
const abilitiesOf = ({ article }: ArticleRecord, actor: Actor, piece: OwnedArticle) => {
  const moves = articleMoves(article.status)
  const publishes = can(actor, 'publish.article', piece)
  const unpublishes = can(actor, 'unpublish.article', piece)
  const trashes = can(actor, 'trash.article', piece)
  return {
    save: EDITABLE.has(article.status) && can(actor, 'edit.article', piece),
    publish: moves.includes('publish') && publishes,
    update: moves.includes('update') && publishes,
    unpublish: moves.includes('unpublish') && unpublishes,
    // Taking a public piece away is taking it off the page first.
    trash: moves.includes('trash') && trashes && (unpublishes || !PUBLIC.has(article.status)),
    restore: moves.includes('restore') && trashes,
  }
}

export const presentStudioArticle = (record: ArticleRecord, actor: Actor): StudioArticleView => {
  const { article, draft } = record
  const { title, dek, kicker, html, language, direction, wordCount } = draft
  return {
    ...presentStudioRow(record),
    ...{ title, dek, kicker, html, language, direction, wordCount },
    version: article.version,
    tags: printTags(draft.tags),
    series: draft.series,
    notes: printNotes(draft.notes),
    translationOf: draft.translationOf === '' ? '' : articlePath(draft.translationOf),
    canonicalUrl: draft.canonicalUrl,
    text: printMarkdown(storedDocument(draft)),
    abilities: abilitiesOf(record, actor, ownedPiece(record)),
  }
}
