import type { Instant } from '../kernel/clock'
import type { StoredStatus } from './article-status'
import type { ArticleKind } from './article-kind'
import type { Listing } from './listing'
import type { Cover } from './cover'

export type CommentMode = 'all' | 'first' | 'open' | 'closed'
export type Direction = 'ltr' | 'rtl'

/** Something that readers are told of a piece after it came out. */
export interface PieceNote {
  /** Day (UTC): `2025-02-12`. */
  readonly on: string
  readonly kind: 'correction' | 'update'
  /** One line. */
  readonly text: string
}

/** What a writer composes: every field of a piece that a revision keeps. */
export interface ArticleText {
  readonly title: string
  readonly dek: string
  readonly kicker: string
  /** Names as they were typed (lib/articles/tags.ts), in their order. */
  readonly tags: readonly string[]
  /** Name of what it is a part of; '' for none. */
  readonly series: string
  /** What readers are told of later changes (lib/articles/notes.ts), in the order typed. */
  readonly notes: readonly PieceNote[]
  /** Last part of the address of the piece it translates; '' for none. */
  readonly translationOf: string
  /** Where it stood first, elsewhere; '' for here. */
  readonly canonicalUrl: string
  readonly cover: Cover | null
  /** ProseMirror JSON of our closed schema (lib/articles/document/schema.ts). */
  readonly document: unknown
  readonly schemaVersion: number
  /** Rendered from `document` by lib/articles/document/render-html.ts. */
  readonly html: string
  readonly plainText: string
  readonly wordCount: number
  readonly language: string
  readonly direction: Direction
  readonly listing: Listing
}

/** All but `save` are milestones: each stays for ever. */
export type RevisionKind = 'save' | 'publish' | 'conflict' | 'import' | 'restore' | 'takeover' | 'note'

/** One text of a piece, as somebody saved it. */
export interface ArticleRevision extends ArticleText {
  readonly id: string
  readonly articleId: string
  readonly number: number
  readonly authorId: string
  readonly createdAt: Instant
  readonly kind: RevisionKind
  /** The last version of the piece whose draft this was; null where nobody noted it. */
  readonly version: number | null
  /** When it was last written: one author's saves within ten minutes are one revision. */
  readonly savedAt: Instant
}

/** Somebody named below the title, as they are called now. */
export interface Byline {
  readonly userId: string
  readonly name: string
  readonly slug: string
}

/** What pieces are about. */
export interface Tag {
  /** Last part of its address. */
  readonly slug: string
  readonly name: string
}

/** The row of a piece; its texts are revisions. */
export interface Article {
  readonly id: string
  readonly slug: string
  readonly kind: ArticleKind
  /** What the row says; what the piece is: `statusAt`. */
  readonly status: StoredStatus
  readonly version: number
  readonly draftRevisionId: string
  readonly liveRevisionId: string | null
  readonly createdById: string
  readonly createdAt: Instant
  readonly updatedAt: Instant
  readonly firstPublishedAt: Instant | null
  /** When readers first found it at the address it has now, or will: it answers 410 later. null: they never did. */
  readonly addressPublicAt: Instant | null
  readonly publishedAt: Instant | null
  /** When the live text became what readers see, or will; null where nobody noted it. */
  readonly liveAt: Instant | null
  /** Taken off the page by itself. */
  readonly unpublishAt: Instant | null
  /** First on the front page until then. */
  readonly pinnedUntil: Instant | null
  /** Chosen for the front page, and when; null for a piece that is not. */
  readonly featuredAt: Instant | null
  readonly trashedAt: Instant | null
  /** null: the site's mode. */
  readonly commentMode: CommentMode | null
  readonly commentsCloseAt: Instant | null
  /** The editor who looks after it. */
  readonly assignedToId: string | null
  /** A text that lost a save conflict nobody has settled yet. */
  readonly conflictRevisionId: string | null
}

/** An article as the studio needs it. */
export interface ArticleRecord {
  readonly article: Article
  readonly draft: ArticleRevision
  readonly live: ArticleRevision | null
  readonly bylines: readonly Byline[]
}

/** A piece that anybody may read, right now, as lists show it: without its text. Nothing of a draft is in it. */
export interface PublicCard {
  readonly id: string
  readonly slug: string
  readonly kind: ArticleKind
  readonly title: string
  readonly dek: string
  readonly kicker: string
  readonly cover: Cover | null
  readonly wordCount: number
  readonly language: string
  readonly direction: Direction
  readonly publishedAt: Instant
  readonly bylines: readonly Byline[]
  /** Visible comments (lib/db/visible.ts), stubs not counted. */
  readonly commentCount: number
}

/** The whole of it. */
export interface PublicArticle extends PublicCard {
  readonly html: string
  readonly plainText: string
  /** When the live revision was made. */
  readonly updatedAt: Instant
  readonly tags: readonly Tag[]
  readonly notes: readonly PieceNote[]
  /** Where it stood first, elsewhere; '' for here. */
  readonly canonicalUrl: string
  readonly listing: Listing
  readonly commentMode: CommentMode | null
  readonly commentsCloseAt: Instant | null
}
