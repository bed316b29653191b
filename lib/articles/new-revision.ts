import type { SignedIn } from '../kernel/actor'
import { MINUTE } from '../kernel/clock'
import type { Ports } from '../ports'
import type { ArticleRecord, ArticleRevision, ArticleText, RevisionKind } from './article'

export type NewRevision = Omit<ArticleRevision, 'number'>

/** One author's saves within this time are one revision. */
const RUN = 10 * MINUTE

/** The draft is written over: the same author's save of a few minutes ago, which nobody but the draft refers to. */
const continues = ({ article, draft }: ArticleRecord, by: SignedIn, now: number): boolean =>
  draft.kind === 'save' &&
  // Of two texts that stand side by side, neither is written over.
  article.conflictRevisionId === null &&
  draft.authorId === by.userId &&
  now - draft.createdAt < RUN &&
  draft.id !== article.liveRevisionId

/** Whether a save went into the draft that was there, instead of a revision of its own. */
export const isContinued = ({ draft }: ArticleRecord, revision: NewRevision): boolean =>
  draft.id === revision.id

/** A text as the next draft of a piece: as a revision of its own, or as the last one written over. */
export const draftRevision = (
  { clock, ids }: Pick<Ports, 'clock' | 'ids'>,
  piece: ArticleRecord,
  by: SignedIn,
  text: ArticleText,
  kind: RevisionKind = 'save',
): NewRevision => {
  const now = clock.now()
  const { article, draft } = piece
  const written = { authorId: by.userId, savedAt: now, version: article.version + 1 }
  if (kind === 'save' && continues(piece, by, now)) {
    const { id, articleId, createdAt } = draft
    return { ...text, ...written, id, articleId, createdAt, kind }
  }
  return { ...text, ...written, id: ids.ordered(), articleId: article.id, createdAt: now, kind }
}
