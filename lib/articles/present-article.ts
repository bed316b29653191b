import { closesAt } from './closes-at'
import type { Instant } from '../kernel/clock'
import type { SiteSettings } from '../settings/site-settings'
import type { Byline, PublicArticle, PublicCard, Tag } from './article'
import { articlePath, authorPath, piecePath, tagPath } from './article-path'
import type { ArticleCardView, ArticleView, BylineView, TagView } from './article-view'
import { contentsOf } from './contents'
import { picturesIn } from './document/pictures-in'
import { readingMinutes } from './document/word-count'
import { presentCover } from './present-cover'

/** The names with the pages they lead to. */
export const presentBylines = (bylines: readonly Byline[]): readonly BylineView[] =>
  bylines.map(({ name, slug }) => ({ name, slug, path: authorPath(slug) }))

const presentTag = ({ slug, name }: Tag): TagView => ({ name, slug, path: tagPath(slug) })

/** What lists show of a public piece. */
export const presentCard = (piece: PublicCard): ArticleCardView => ({
  slug: piece.slug,
  path: piecePath(piece),
  base: articlePath(piece.slug),
  title: piece.title,
  dek: piece.dek,
  kicker: piece.kicker,
  cover: piece.cover && presentCover(piece.cover),
  publishedAt: new Date(piece.publishedAt).toISOString(),
  bylines: presentBylines(piece.bylines),
  readingMinutes: readingMinutes(piece.wordCount),
  language: piece.language,
  direction: piece.direction,
  commentCount: piece.commentCount,
})

type CommentChoices = Pick<SiteSettings, 'commentMode' | 'closeAfterDays' | 'conversationClosed'>

/** Open until the date, unless the whole conversation, the piece's mode, or without one the site's, is closed. */
const areCommentsOpen = (piece: PublicArticle, settings: CommentChoices, now: Instant): boolean => {
  const end = closesAt(piece, settings)
  if (settings.conversationClosed) return false
  return (piece.commentMode ?? settings.commentMode) !== 'closed' && (end === null || now < end)
}

const closingTime = (piece: PublicArticle, settings: CommentChoices, now: Instant): string | null => {
  const end = closesAt(piece, settings)
  return end !== null && areCommentsOpen(piece, settings, now) ? new Date(end).toISOString() : null
}

/** What the page of a public piece shows; whether it takes comments, and until when, is told as of `now`. */
export const presentArticle = (
  piece: PublicArticle,
  settings: CommentChoices,
  now: Instant,
): ArticleView => ({
  ...presentCard(piece),
  id: piece.id,
  kind: piece.kind,
  html: piece.html,
  plainText: piece.plainText,
  pictures: picturesIn(piece.html),
  // Saved in the morning, published at noon: to a reader it is as old as its publication.
  updatedAt: new Date(Math.max(piece.publishedAt, piece.updatedAt)).toISOString(),
  tags: piece.tags.map(presentTag),
  notes: piece.notes.toSorted((a, b) => Number(a.on < b.on) - Number(a.on > b.on)),
  canonicalUrl: piece.canonicalUrl,
  listing: piece.listing,
  contents: contentsOf(piece),
  commentsOpen: areCommentsOpen(piece, settings, now),
  everyCommentWaits: (piece.commentMode ?? settings.commentMode) === 'all',
  commentsCloseAt: closingTime(piece, settings, now),
})
