import type { Actor } from '../kernel/actor'
import type { Instant } from '../kernel/clock'
import { type OwnedArticle, can } from '../policy/policy'
import type { ArticleRecord } from './article'
import { isAddressKnown } from './address-public'
import { articlePath, piecePath } from './article-path'
import { type ArticleMove, EDITABLE, FROZEN, articleMoves, statusAt } from './article-status'
import type { StudioArticleView, StudioRowView } from './article-view'
import { printMarkdown } from './document/print-markdown'
import { coverLines } from './cover-lines'
import { ownedPiece } from './find-piece'
import { presentBylines } from './present-article'
import { printNotes } from './notes'
import { storedDocument } from './stored-document'
import { printTags } from './tags'

const iso = (at: number): string => new Date(at).toISOString()

/** A piece nobody named yet. */
const UNTITLED = 'Untitled'

/** What the studio's list shows of a piece. */
export const presentStudioRow = (
  { article, draft, bylines }: ArticleRecord,
  now: Instant,
): StudioRowView => ({
  id: article.id,
  title: draft.title || UNTITLED,
  slug: article.slug,
  kind: article.kind,
  isFeatured: article.featuredAt !== null,
  path: piecePath(article),
  status: statusAt(article, now),
  hasUnpublishedChanges:
    FROZEN.has(statusAt(article, now)) && article.draftRevisionId !== article.liveRevisionId,
  updatedAt: iso(article.updatedAt),
  publishedAt: article.publishedAt === null ? null : iso(article.publishedAt),
  unpublishAt: article.unpublishAt === null ? null : iso(article.unpublishAt),
  assignedToId: article.assignedToId,
  version: article.version,
  hasConflict: article.conflictRevisionId !== null,
  bylines: presentBylines(bylines),
})

/** Who (policy) and when (machine) together: a button is shown for what would succeed. */
const abilitiesOf = ({ article }: ArticleRecord, actor: Actor, piece: OwnedArticle, now: Instant) => {
  const status = statusAt(article, now)
  const edits = can(actor, 'edit.article', piece)
  const publishes = can(actor, 'publish.article', piece)
  const unpublishes = can(actor, 'unpublish.article', piece)
  // Taking away what readers see, or will see, is taking it off the page first.
  const trashes =
    can(actor, 'trash.article', piece) &&
    (status === 'published' ? unpublishes : status !== 'scheduled' || publishes)
  const mayDo: Readonly<Record<ArticleMove, boolean>> = {
    submit: edits,
    return: edits,
    schedule: publishes,
    unschedule: publishes,
    publish: publishes,
    update: publishes,
    unpublish: unpublishes,
    trash: trashes,
    restore: can(actor, 'trash.article', piece),
  }
  const moves = articleMoves(status)
  return {
    save: EDITABLE.has(article.status) && edits,
    submit: mayDo.submit && moves.includes('submit'),
    return: mayDo.return && moves.includes('return'),
    schedule: mayDo.schedule && moves.includes('schedule'),
    unschedule: mayDo.unschedule && moves.includes('unschedule'),
    publish: mayDo.publish && moves.includes('publish'),
    update: mayDo.update && moves.includes('update'),
    unpublish: mayDo.unpublish && moves.includes('unpublish'),
    trash: mayDo.trash && moves.includes('trash'),
    restore: mayDo.restore && moves.includes('restore'),
  }
}

/** What the editor shows of a piece, with what this person may do to it now. */
export const presentStudioArticle = (
  record: ArticleRecord,
  actor: Actor,
  now: Instant,
): StudioArticleView => {
  const { article, draft } = record
  const { title, dek, kicker, html, language, direction, wordCount } = draft
  const content = storedDocument(draft)
  return {
    ...presentStudioRow(record, now),
    ...{ title, dek, kicker, html, language, direction, wordCount },
    ...draft.listing,
    version: article.version,
    wasPublic: article.firstPublishedAt !== null && article.firstPublishedAt <= now,
    addressIsKnown: isAddressKnown(article, now),
    conflictRevisionId: article.conflictRevisionId,
    tags: printTags(draft.tags),
    series: draft.series,
    notes: printNotes(draft.notes),
    translationOf: draft.translationOf === '' ? '' : articlePath(draft.translationOf),
    canonicalUrl: draft.canonicalUrl,
    ...coverLines(draft.cover),
    text: printMarkdown(content),
    content,
    abilities: abilitiesOf(record, actor, ownedPiece(record), now),
  }
}
