import type { Instant } from '../kernel/clock'
import type { Ports } from '../ports'
import type { ArticleRecord, ArticleRevision, PublicArticle } from './article'
import type { ArticleView } from './article-view'
import { EDITABLE } from './article-status'
import { presentArticle } from './present-article'
import { isOpen, isVouchedFor } from './preview-links'
import type { ArticleNote, PreviewLink } from './review-store'
import { tagsNamed } from './tags'

/** A piece as its readers would see it, for whoever holds a link. Times are ISO 8601 UTC. */
export interface PreviewView {
  readonly piece: ArticleView
  readonly followsDraft: boolean
  readonly expiresAt: string
  /** Their own and their colleagues', oldest first. */
  readonly notes: readonly NoteView[]
}

export interface NoteView {
  readonly id: string
  readonly author: string
  /** By somebody with a link, not by a colleague. */
  readonly byReviewer: boolean
  readonly quote: string
  readonly body: string
  readonly createdAt: string
  readonly settled: boolean
}

/** Notes shown at once. */
export const NOTES = 200
const SECRET = /^[\w-]{22}$/

/** What is shown of a note, to colleagues and to those with a link. */
export const presentNote = (note: ArticleNote): NoteView => ({
  ...{ id: note.id, author: note.authorName, quote: note.quote, body: note.body },
  byReviewer: note.authorId === null,
  createdAt: new Date(note.createdAt).toISOString(),
  settled: note.settledAt !== null,
})

/** The revision as if it were public. */
const asPublic = (
  { article, bylines }: ArticleRecord,
  revision: ArticleRevision,
  now: Instant,
): PublicArticle => ({
  ...{
    id: article.id,
    slug: article.slug,
    kind: article.kind,
    publishedAt: article.publishedAt ?? now,
    bylines,
    commentCount: 0,
  },
  ...{ title: revision.title, dek: revision.dek, kicker: revision.kicker, wordCount: revision.wordCount },
  ...{ language: revision.language, direction: revision.direction, listing: revision.listing },
  cover: revision.cover,
  ...{ html: revision.html, plainText: revision.plainText, updatedAt: revision.savedAt },
  ...{ tags: tagsNamed(revision.tags), notes: revision.notes, canonicalUrl: revision.canonicalUrl },
  ...{ commentMode: article.commentMode, commentsCloseAt: article.commentsCloseAt },
})

type Deps = Pick<
  Ports,
  'articleStore' | 'reviewStore' | 'accountStore' | 'measureStore' | 'secrets' | 'clock'
>

/** The link behind a secret, while it opens something. */
export const findPreview = async (
  deps: Deps,
  secret: string,
): Promise<{ readonly link: PreviewLink; readonly piece: ArticleRecord } | null> => {
  if (!SECRET.test(secret)) return null
  const link = await deps.reviewStore.findLink(deps.secrets.hash(secret))
  if (!link || !isOpen(link, deps.clock.now())) return null
  const piece = await deps.articleStore.find(link.articleId)
  if (!piece || !EDITABLE.has(piece.article.status)) return null
  return (await isVouchedFor(deps, link, piece)) ? { link, piece } : null
}

/** What the holder of a link sees; null for a link that opens nothing, whatever the reason. */
export const openPreview = async (
  deps: Deps & Pick<Ports, 'settingsStore'>,
  { secret }: { readonly secret: string },
): Promise<PreviewView | null> => {
  const found = await findPreview(deps, secret)
  if (!found) return null
  const { link, piece } = found
  const now = deps.clock.now()
  const [{ settings }, notes, pinned] = await Promise.all([
    deps.settingsStore.read(),
    deps.reviewStore.notes(piece.article.id, NOTES),
    link.revisionId === null ? null : deps.articleStore.findRevision(link.revisionId),
  ])
  const revision = link.revisionId === null ? piece.draft : pinned
  if (!revision) return null
  return {
    piece: presentArticle(asPublic(piece, revision, now), settings, now),
    followsDraft: link.revisionId === null,
    expiresAt: new Date(link.expiresAt).toISOString(),
    // What colleagues say among themselves is not for everybody with a link.
    notes: notes.filter(({ previewLinkId }) => previewLinkId === link.id).map(presentNote),
  }
}
