import type { Actor, SignedIn } from '../kernel/actor'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import type { ArticleRecord, ArticleRevision, ArticleText } from './article'
import { articleChanged } from './article-effects'
import { EDITABLE } from './article-status'
import type { ArticleChange } from './article-store'
import { composeText } from './compose-text'
import { findPiece, ownedPiece } from './find-piece'
import { nextSlug, slugCandidates } from './next-slug'
import { presentStudioArticle } from './present-studio'
import type { SaveArticleInput } from './save-article-input'

type Deps = Pick<Ports, 'articleStore' | 'clock' | 'ids'>
type NewRevision = Omit<ArticleRevision, 'number'>

const BOTH_KEPT =
  'Somebody else saved this piece while you were writing. Nothing is lost: both texts are kept. Choose which one goes on.'
const IN_TRASH =
  'This piece is in the trash, so it cannot be changed. Restore it first; what you typed is kept.'
const PUBLIC_ADDRESS =
  'This piece has been public, so only an editor can change its address. Put the old one back and save again.'

const isSameText = (a: ArticleText, b: ArticleText): boolean =>
  a.title === b.title &&
  a.dek === b.dek &&
  a.kicker === b.kicker &&
  JSON.stringify([a.tags, a.notes]) === JSON.stringify([b.tags, b.notes]) &&
  a.series === b.series &&
  a.translationOf === b.translationOf &&
  a.canonicalUrl === b.canonicalUrl &&
  a.language === b.language &&
  a.direction === b.direction &&
  JSON.stringify(a.document) === JSON.stringify(b.document)

/** Stores the text that came too late as a revision of its own and shows both. */
const keepBoth = async (
  { articleStore }: Deps,
  by: SignedIn,
  revision: NewRevision,
  mine: SaveArticleInput,
): Promise<Result<never>> => {
  await articleStore.keepRevision({ ...revision, kind: 'conflict' })
  const theirs = await articleStore.find(revision.articleId)
  if (!theirs) return fail('not-found', 'This piece was deleted while you were writing.')
  if (!EDITABLE.has(theirs.article.status)) return fail('conflict', IN_TRASH)
  return fail('conflict', BOTH_KEPT, { details: { mine, theirs: presentStudioArticle(theirs, by) } })
}

const change = (
  { article }: ArticleRecord,
  by: SignedIn,
  revision: NewRevision,
  slug: string | null,
): ArticleChange => {
  const moves = slug !== null && slug !== article.slug
  const wasPublic = article.firstPublishedAt !== null
  return {
    articleId: article.id,
    expectVersion: article.version,
    set: { draftRevisionId: revision.id, updatedAt: revision.createdAt, ...(moves ? { slug } : {}) },
    revision,
    ...(moves && wasPublic ? { retiredSlug: article.slug } : {}),
    audit: {
      actor: by,
      action: 'save.article',
      subject: `article:${article.id}`,
      detail: { words: revision.wordCount, version: article.version + 1, ...(moves ? { slug } : {}) },
    },
    // Drafts are nobody's business but the studio's; an address that moves is everybody's.
    effects: moves && wasPublic ? articleChanged(article, [article.slug, slug]) : [],
  }
}

/** Tries the wished address and its numbered neighbours until one is free. */
const store = async (
  { articleStore, ids }: Deps,
  piece: ArticleRecord,
  by: SignedIn,
  revision: NewRevision,
  wish: string | null,
): Promise<'stored' | 'conflict'> => {
  const candidates = wish === null ? [null] : slugCandidates(wish, ids.random())
  for (const slug of candidates) {
    const outcome = await articleStore.apply(change(piece, by, revision, slug))
    if (outcome !== 'slug-taken') return outcome
  }
  throw new Error('Forty random bits met twice.')
}

/**
 * Stores what was typed as the newest draft. Readers see nothing of it until it is published, but for one thing: an
 * address typed for a piece that is public counts at once, and the old one leads to it. The same text again (a double
 * click, a retry) is stored once.
 */
export const saveArticle = async (
  deps: Deps,
  actor: Actor,
  input: SaveArticleInput,
): Promise<Result<{ version: number }>> => {
  const found = await findPiece(deps, actor, 'edit.article', input.articleId)
  if (!found.ok) return found
  const { piece, by } = found.value
  const { article, draft } = piece
  const text = composeText(input, draft, deps.clock.now())
  if (!text.ok) return text

  const wish = nextSlug(piece, input.slug, text.value.title)
  if (wish === null && EDITABLE.has(article.status) && isSameText(draft, text.value))
    return ok({ version: article.version })
  const revision: NewRevision = {
    ...text.value,
    ...{ id: deps.ids.ordered(), articleId: article.id, authorId: by.userId },
    ...{ createdAt: deps.clock.now(), kind: 'save' },
  }
  if (article.version !== input.version || !EDITABLE.has(article.status))
    return keepBoth(deps, by, revision, input)
  if (wish !== null && article.firstPublishedAt !== null && !can(actor, 'publish.article', ownedPiece(piece)))
    return fail('forbidden', PUBLIC_ADDRESS, { fields: { slug: PUBLIC_ADDRESS } })

  const outcome = await store(deps, piece, by, revision, wish)
  return outcome === 'stored' ? ok({ version: article.version + 1 }) : keepBoth(deps, by, revision, input)
}
