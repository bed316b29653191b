import { z } from 'zod'
import type {
  Article,
  ArticleRevision,
  Byline,
  CommentMode,
  Direction,
  PieceNote,
  RevisionKind,
  Tag,
} from '../articles/article'
import { ARTICLE_KINDS, type ArticleKind } from '../articles/article-kind'
import { STORED_STATUSES } from '../articles/article-status'
import type { RevisionLine } from '../articles/article-store'
import type { Listing } from '../articles/listing'
import { type Cover, storedCover } from '../articles/cover'
import { integer, integerOrNull, oneOf, text, textOrNull } from './cells'
import type { Row } from './sql'

const MODES: readonly CommentMode[] = ['all', 'first', 'open', 'closed']
const KINDS: readonly RevisionKind[] = [
  'save',
  'publish',
  'conflict',
  'import',
  'restore',
  'takeover',
  'note',
]
const DIRECTIONS: readonly Direction[] = ['ltr', 'rtl']

/** Null for a piece that follows the settings. */
export const readCommentMode = (row: Row): CommentMode | null =>
  row.commentMode === null ? null : oneOf(row, 'commentMode', MODES)

/** null is a piece: that is what everything was before there were pages. */
export const readKind = (row: Row): ArticleKind =>
  row.kind === null ? 'piece' : oneOf(row, 'kind', ARTICLE_KINDS)

/** `direction` of a revision; throws on a word that is none. */
export const readDirection = (row: Row): Direction => oneOf(row, 'direction', DIRECTIONS)

const names = z.array(z.string())
const notes = z.array(
  z.strictObject({ on: z.string(), kind: z.enum(['correction', 'update']), text: z.string() }),
)

/** The dated notes of a piece, kept as JSON in `notes`; none where there is none. */
export const readNotes = (row: Row): readonly PieceNote[] =>
  row.notes === null ? [] : notes.parse(JSON.parse(text(row, 'notes')))

const field = z.string().default('')
const listing: z.ZodType<Listing> = z.object({
  excerpt: field,
  searchTitle: field,
  searchDescription: field,
  socialTitle: field,
  socialDescription: field,
})

/** A revision from before there were listings has an empty one. */
export const readListing = (row: Row): Listing =>
  listing.parse(JSON.parse(textOrNull(row, 'listing') ?? '{}'))

/** The cover of a revision, kept as JSON in `cover`; null without one. */
export const readCover = (row: Row): Cover | null => {
  const stored = textOrNull(row, 'cover')
  return stored === null ? null : storedCover.parse(JSON.parse(stored))
}

/** A whole row of `article`; throws on a status or a kind that is none of ours. */
export const readArticle = (row: Row): Article => ({
  id: text(row, 'id'),
  slug: text(row, 'slug'),
  kind: readKind(row),
  status: oneOf(row, 'status', STORED_STATUSES),
  version: integer(row, 'version'),
  draftRevisionId: text(row, 'draftRevisionId'),
  liveRevisionId: textOrNull(row, 'liveRevisionId'),
  createdById: text(row, 'createdById'),
  createdAt: integer(row, 'createdAt'),
  updatedAt: integer(row, 'updatedAt'),
  firstPublishedAt: integerOrNull(row, 'firstPublishedAt'),
  addressPublicAt: integerOrNull(row, 'addressPublicAt'),
  publishedAt: integerOrNull(row, 'publishedAt'),
  liveAt: integerOrNull(row, 'liveAt'),
  unpublishAt: integerOrNull(row, 'unpublishAt'),
  pinnedUntil: integerOrNull(row, 'pinnedUntil'),
  featuredAt: integerOrNull(row, 'featuredAt'),
  trashedAt: integerOrNull(row, 'trashedAt'),
  commentMode: readCommentMode(row),
  commentsCloseAt: integerOrNull(row, 'commentsCloseAt'),
  assignedToId: textOrNull(row, 'assignedToId'),
  conflictRevisionId: textOrNull(row, 'conflictRevisionId'),
})

/** A whole row of `article_revision`, its document and what it keeps as JSON parsed. */
export const readArticleRevision = (row: Row): ArticleRevision => ({
  id: text(row, 'id'),
  articleId: text(row, 'articleId'),
  number: integer(row, 'number'),
  title: text(row, 'title'),
  dek: text(row, 'dek'),
  kicker: text(row, 'kicker'),
  tags: names.parse(JSON.parse(text(row, 'tags'))),
  series: textOrNull(row, 'series') ?? '',
  notes: readNotes(row),
  translationOf: textOrNull(row, 'translationOf') ?? '',
  canonicalUrl: textOrNull(row, 'canonicalUrl') ?? '',
  cover: readCover(row),
  document: JSON.parse(text(row, 'document')),
  schemaVersion: integer(row, 'schemaVersion'),
  html: text(row, 'html'),
  plainText: text(row, 'plainText'),
  wordCount: integer(row, 'wordCount'),
  language: text(row, 'language'),
  direction: readDirection(row),
  authorId: text(row, 'authorId'),
  createdAt: integer(row, 'createdAt'),
  kind: oneOf(row, 'kind', KINDS),
  listing: readListing(row),
  version: integerOrNull(row, 'version'),
  savedAt: integerOrNull(row, 'savedAt') ?? integer(row, 'createdAt'),
})

/** What a list of revisions says of one: no text. */
export const readRevisionLine = (row: Row): RevisionLine => ({
  id: text(row, 'id'),
  number: integer(row, 'number'),
  title: text(row, 'title'),
  wordCount: integer(row, 'wordCount'),
  authorId: text(row, 'authorId'),
  authorName: text(row, 'authorName'),
  createdAt: integer(row, 'createdAt'),
  savedAt: integerOrNull(row, 'savedAt') ?? integer(row, 'createdAt'),
  kind: oneOf(row, 'kind', KINDS),
  version: integerOrNull(row, 'version'),
})

/** Columns `userId`, `name` and `slug`: who stands over a piece. */
export const readByline = (row: Row): Byline => ({
  userId: text(row, 'userId'),
  name: text(row, 'name'),
  slug: text(row, 'slug'),
})

/** Columns `slug` and `name`. */
export const readTag = (row: Row): Tag => ({ slug: text(row, 'slug'), name: text(row, 'name') })
