import type { SignedIn } from '../kernel/actor'
import { type Result, fail } from '../kernel/result'
import type { Ports } from '../ports'
import type { ArticleRecord, ArticleText } from './article'
import { EDITABLE } from './article-status'
import { draftRevision } from './new-revision'
import { presentStudioArticle } from './present-studio'
import type { SaveArticleInput } from './save-article-input'

const BOTH_KEPT =
  'Somebody else saved this piece while you were writing. Nothing is lost: both texts are kept. Choose which one goes on.'
const IN_TRASH =
  'This piece is in the trash, so it cannot be changed. Restore it first; what you typed is kept.'
const GONE = 'This piece was deleted while you were writing.'
const TRIES = 5

/**
 * Stores the text that came too late as a revision of its own and shows both. Until somebody settles it, nothing of
 * the piece is published. Of two such texts the later one is asked about; the earlier one is kept all the same.
 */
export const keepBoth = async (
  deps: Pick<Ports, 'articleStore' | 'clock' | 'ids'>,
  piece: ArticleRecord,
  by: SignedIn,
  text: ArticleText,
  mine: SaveArticleInput,
): Promise<Result<never>> => {
  const { articleStore } = deps
  const revision = { ...draftRevision(deps, piece, by, text, 'conflict'), version: mine.version }
  if (!EDITABLE.has(piece.article.status)) {
    await articleStore.keepRevision(revision)
    return fail('conflict', IN_TRASH)
  }
  let stands: ArticleRecord | null = piece
  for (let tries = 0; tries < TRIES && stands; tries += 1) {
    const { article }: ArticleRecord = stands
    const stored = await articleStore.apply({
      articleId: article.id,
      expectVersion: article.version,
      set: { conflictRevisionId: revision.id },
      revision,
      audit: {
        actor: by,
        action: 'conflict.article',
        subject: `article:${article.id}`,
        detail: { version: article.version + 1, over: mine.version },
      },
      effects: [],
    })
    stands = await articleStore.find(article.id)
    if (stored === 'stored') break
    if (tries === TRIES - 1) await articleStore.keepRevision(revision)
  }
  if (!stands) return fail('not-found', GONE)
  const theirs = presentStudioArticle(stands, by, deps.clock.now())
  return fail('conflict', BOTH_KEPT, { details: { mine, theirs } })
}
