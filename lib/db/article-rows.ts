import { z } from 'zod'
import type {
  Article,
  ArticleRevision,
  Byline,
  CommentMode,
  Direction,
  PieceNote,
  Tag,
} from '../articles/article'
import { ARTICLE_STATUSES } from '../articles/article-status'
import { integer, integerOrNull, oneOf, text, textOrNull } from './cells'
import type { Row } from './sql'

const MODES: readonly CommentMode[] = ['all', 'first', 'open', 'closed']
const DIRECTIONS: readonly Direction[] = ['ltr', 'rtl']
const KINDS: readonly ArticleRevision['kind'][] = ['save', 'publish', 'conflict', 'import']

export const readCommentMode = (row: Row): CommentMode | null =>
  row.commentMode === null ? null : oneOf(row, 'commentMode', MODES)

export const readDirection = (row: Row): Direction => oneOf(row, 'direction', DIRECTIONS)

const names = z.array(z.string())
const notes = z.array(
  z.strictObject({ on: z.string(), kind: z.enum(['correction', 'update']), text: z.string() }),
)

export const readNotes = (row: Row): readonly PieceNote[] =>
  row.notes === null ? [] : notes.parse(JSON.parse(text(row, 'notes')))

export const readArticle = (row: Row): Article => ({
  id: text(row, 'id'),
  slug: text(row, 'slug'),
  status: oneOf(row, 'status', ARTICLE_STATUSES),
  version: integer(row, 'version'),
  draftRevisionId: text(row, 'draftRevisionId'),
  liveRevisionId: textOrNull(row, 'liveRevisionId'),
  createdById: text(row, 'createdById'),
  createdAt: integer(row, 'createdAt'),
  updatedAt: integer(row, 'updatedAt'),
  firstPublishedAt: integerOrNull(row, 'firstPublishedAt'),
  publishedAt: integerOrNull(row, 'publishedAt'),
  trashedAt: integerOrNull(row, 'trashedAt'),
  commentMode: readCommentMode(row),
  commentsCloseAt: integerOrNull(row, 'commentsCloseAt'),
})

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
})

export const readByline = (row: Row): Byline => ({
  userId: text(row, 'userId'),
  name: text(row, 'name'),
  slug: text(row, 'slug'),
})

export const readTag = (row: Row): Tag => ({ slug: text(row, 'slug'), name: text(row, 'name') })
