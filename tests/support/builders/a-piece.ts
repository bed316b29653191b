import type { Stet } from '../../../lib/compose'
import type { ArticleKind } from '../../../lib/articles/article-kind'
import type { SignedIn } from '../../../lib/kernel/actor'
import { must } from './must'
import { theOwner } from './the-owner'

export interface PieceFacts {
  readonly kind: ArticleKind
  readonly by: SignedIn
  readonly title: string
  readonly dek: string
  readonly kicker: string
  /** Names between commas. */
  readonly tags: string
  readonly series: string
  /** One a line. */
  readonly notes: string
  readonly translationOf: string
  readonly canonicalUrl: string
  /** Address of a picture of the library. */
  readonly cover: string
  readonly coverAlt: string
  readonly coverCredit: string
  readonly coverFocus: string
  /** Markdown. */
  readonly text: string
  readonly slug: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** `draft`: saved and left. */
  readonly state: 'published' | 'draft'
}

export interface Piece {
  readonly articleId: string
  readonly slug: string
  readonly version: number
  /** Site-relative. */
  readonly path: string
}

/** A piece in the studio's words, saved and (unless told otherwise) published by the owner. */
export const aPiece = async (stet: Stet, facts: Partial<PieceFacts> = {}): Promise<Piece> => {
  const { state = 'published', kind, by = await theOwner(stet), ...text } = facts
  const { articleId } = await must('create a piece', stet.articles.create(by, { kind }))
  const started = await must('open a piece', stet.articles.open(by, { articleId }))
  const saved = await must(
    'save a piece',
    stet.articles.save(by, {
      articleId,
      version: started.version,
      ...text,
      title: text.title ?? 'A piece about ropes',
      text: text.text ?? 'Hemp, manila, and what came after.',
    }),
  )
  if (state === 'draft') {
    const { slug, path } = await must('open a piece', stet.articles.open(by, { articleId }))
    return { articleId, slug, path, version: saved.version }
  }
  return publish(stet, { articleId, version: saved.version }, await theOwner(stet))
}

/** Makes the draft live. */
export const publish = async (
  stet: Stet,
  { articleId, version }: Pick<Piece, 'articleId' | 'version'>,
  editor: SignedIn,
): Promise<Piece> => {
  const live = await must('publish a piece', stet.articles.publish(editor, { articleId, version }))
  const { slug } = await must('open a piece', stet.articles.open(editor, { articleId }))
  return { articleId, slug, path: live.path, version: live.version }
}
