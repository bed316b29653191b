import type { Direction, PieceNote } from './article'
import type { ArticleKind } from './article-kind'
import type { ArticleMove, ArticleStatus } from './article-status'
import type { Doc } from './document/document'
import type { ContentsLine } from './contents'
import type { Listing } from './listing'
import type { PictureSources } from '../media/picture-sources'

/** Plain data for pages, feeds and JSON: made only by present-article.ts. Times are ISO 8601 UTC. */
export interface BylineView {
  readonly name: string
  readonly slug: string
  /** What they wrote; site-relative, percent-encoded. */
  readonly path: string
}

/** What a piece is about, with the address of its list. */
export interface TagView {
  readonly name: string
  readonly slug: string
  /** Site-relative, percent-encoded. */
  readonly path: string
}

/** Where a piece stands in its series. */
export interface SeriesPlaceView {
  readonly name: string
  /** Site-relative, percent-encoded. */
  readonly path: string
  /** From 1. */
  readonly part: number
  readonly parts: number
  readonly earlier: ArticleCardView | null
  readonly later: ArticleCardView | null
}

/** The picture that stands for a piece. */
export interface CoverView extends PictureSources {
  /** As documents name it, site-relative. */
  readonly path: string
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** What it looks like from far away: `#rrggbb`. */
  readonly colour: string
  readonly alt: string
  readonly credit: string
  /** For `data-focus`: percent from the left and the top (`40-60`); '' for the middle. */
  readonly focus: string
  /** JPEGs at most 1,200 pixels wide, cut around the focal point, site-relative: 16:9, 4:3, 1:1. */
  readonly crops: { readonly wide: string; readonly standard: string; readonly square: string }
}

/** A card or row in a list of pieces. */
export interface ArticleCardView {
  readonly slug: string
  /** Site-relative, percent-encoded. */
  readonly path: string
  /** Where its other addresses begin (`<base>/comments.xml`, `<base>.md`): the same as `path`, but for pages. */
  readonly base: string
  readonly title: string
  readonly dek: string
  readonly kicker: string
  readonly cover: CoverView | null
  readonly publishedAt: string
  readonly bylines: readonly BylineView[]
  readonly readingMinutes: number
  readonly language: string
  readonly direction: Direction
  /** Visible comments. */
  readonly commentCount: number
}

/** A public piece as its page and the API show it. Times are ISO 8601. */
export interface ArticleView extends ArticleCardView {
  readonly id: string
  readonly kind: ArticleKind
  /** Rendered by our own renderer and sanitised; the only HTML a page may set as such. */
  readonly html: string
  readonly plainText: string
  readonly updatedAt: string
  readonly tags: readonly TagView[]
  /** What readers are told of later changes, newest first. */
  readonly notes: readonly PieceNote[]
  /** Where it stood first, elsewhere; '' for here. */
  readonly canonicalUrl: string
  readonly listing: Listing
  /** Of a long piece; [] of a short one. */
  readonly contents: readonly ContentsLine[]
  /** Addresses of its pictures, site-relative, in their order. */
  readonly pictures: readonly string[]
  /** Whether the form is shown. */
  readonly commentsOpen: boolean
  /** Every comment waits for a moderator (mode `all`), so that the form may promise it. */
  readonly everyCommentWaits: boolean
  /** When comments close that are open now; null where no moment is set. ISO 8601 UTC. */
  readonly commentsCloseAt: string | null
}

/** A row of the studio's list. */
export interface StudioRowView {
  readonly id: string
  readonly title: string
  readonly slug: string
  readonly kind: ArticleKind
  /** An editor has chosen it for the front page. */
  readonly isFeatured: boolean
  readonly path: string
  readonly status: ArticleStatus
  /** The draft is newer than what readers see. */
  readonly hasUnpublishedChanges: boolean
  readonly updatedAt: string
  /** When it was, or will be, published. */
  readonly publishedAt: string | null
  readonly unpublishAt: string | null
  readonly assignedToId: string | null
  readonly version: number
  /** Two texts stand side by side. */
  readonly hasConflict: boolean
  readonly bylines: readonly BylineView[]
}

/** Everything the studio's editor page needs. */
export interface StudioArticleView extends StudioRowView, Listing {
  readonly wasPublic: boolean
  /** Readers may hold the address it has now: given up, it leads to the new one. */
  readonly addressIsKnown: boolean
  /** The text that lost a conflict. */
  readonly conflictRevisionId: string | null
  readonly dek: string
  readonly kicker: string
  /** Names between commas, as the form holds them. */
  readonly tags: string
  readonly series: string
  /** One a line, as the form holds them. */
  readonly notes: string
  /** Address of the piece it translates; '' for none. */
  readonly translationOf: string
  readonly canonicalUrl: string
  /** The cover as the form holds it: the address of a picture of the library, '' for none. */
  readonly cover: string
  readonly coverAlt: string
  readonly coverCredit: string
  /** `40 60`; '' for the middle. */
  readonly coverFocus: string
  /** The draft as Markdown (the plain form's "Text"). */
  readonly text: string
  /** The same for the editor. */
  readonly content: Doc
  readonly html: string
  readonly language: string
  readonly direction: Direction
  readonly wordCount: number
  readonly abilities: Readonly<Record<'save' | ArticleMove, boolean>>
}
