import type { Actor, SignedIn } from '../kernel/actor'
import type { Instant } from '../kernel/clock'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import type { ArticleRecord, ArticleText } from './article'
import { isAddressKnown, newAddressPublicAt } from './address-public'
import { articleChanged } from './article-effects'
import { EDITABLE } from './article-status'
import type { ArticleChange } from './article-store'
import { type ComposeDeps, composeText } from './compose-text'
import { findPiece, ownedPiece } from './find-piece'
import { keepBoth } from './keep-both'
import { linesOf, mergePiece, settledPiece } from './merge-piece'
import { type NewRevision, draftRevision, isContinued } from './new-revision'
import { nextSlug, slugCandidates } from './next-slug'
import { isFreeRoot } from './root-addresses'
import type { SaveArticleInput } from './save-article-input'

type Deps = ComposeDeps & Pick<Ports, 'articleStore' | 'ids'>

/** What came of a save. */
export interface Saved {
  readonly version: number
  /** The last part of its address, which may have followed the title. */
  readonly slug: string
  readonly updatedAt: Instant
  /** A colleague saved in between: what both wrote stands in the draft now. */
  readonly merged: boolean
}

const PUBLIC_ADDRESS =
  'This piece has been public, so only an editor can change its address. Put the old one back and save again.'

/** Fields and document: all that a revision keeps. Other words are told apart before the whole of both is spelled out. */
const isSameText = (a: ArticleText, b: ArticleText): boolean =>
  a.plainText === b.plainText &&
  a.direction === b.direction &&
  JSON.stringify(linesOf(a)) === JSON.stringify(linesOf(b)) &&
  JSON.stringify(a.document) === JSON.stringify(b.document)

interface Save {
  readonly piece: ArticleRecord
  readonly by: SignedIn
  readonly revision: NewRevision
  readonly settles: boolean
}

const change = (deps: Deps, { piece, by, revision, settles }: Save, slug: string | null): ArticleChange => {
  const { article } = piece
  const now = revision.savedAt
  const moves = slug !== null && slug !== article.slug
  const wasKnown = isAddressKnown(article, now)
  const continued = isContinued(piece, revision)
  return {
    articleId: article.id,
    expectVersion: article.version,
    set: {
      ...{ draftRevisionId: revision.id, updatedAt: now },
      ...(moves ? { slug, addressPublicAt: newAddressPublicAt(article, now) } : {}),
      ...(settles ? { conflictRevisionId: null } : {}),
    },
    ...(continued ? { rewritten: revision } : { revision }),
    ...(moves && wasKnown ? { retiredSlug: article.slug } : {}),
    audit: {
      actor: by,
      action: 'save.article',
      subject: `article:${article.id}`,
      detail: { words: revision.wordCount, version: article.version + 1, ...(moves ? { slug } : {}) },
    },
    // Drafts are nobody's business but the studio's; an address that moves is everybody's.
    effects: moves && wasKnown ? articleChanged(article, [article.slug, slug]) : [],
  }
}

/** Tries the wished address and its numbered neighbours until one is free; the address it has then. */
const store = async (
  deps: Deps,
  save: Save,
  wish: string | null,
): Promise<{ readonly slug: string } | 'conflict'> => {
  const candidates = wish === null ? [null] : slugCandidates(wish, deps.ids.random())
  for (const slug of candidates) {
    if (slug !== null && save.piece.article.kind === 'page' && !isFreeRoot(slug)) continue
    const outcome = await deps.articleStore.apply(change(deps, save, slug))
    if (outcome === 'stored') return { slug: slug ?? save.piece.article.slug }
    if (outcome === 'conflict') return outcome
  }
  throw new Error('Forty random bits met twice.')
}

/** What a text was typed over; itself where it was stored before and is sent again, as the answer was lost. */
const baseOf = async (
  { articleStore }: Deps,
  { article }: ArticleRecord,
  mine: ArticleText,
  version: number,
): Promise<ArticleText | null> => {
  const next = await articleStore.ancestor(article.id, version + 1)
  return next && isSameText(next, mine) ? next : articleStore.ancestor(article.id, version)
}

/** What this text and the draft make together, when each changed another part of what they came from. */
const merge = async (
  deps: Deps,
  piece: ArticleRecord,
  mine: ArticleText,
  version: number,
): Promise<ReturnType<typeof settledPiece>> => {
  const base = await baseOf(deps, piece, mine, version)
  return base && settledPiece(mergePiece(base, mine, piece.draft))
}

/** How often a save that lost a race looks again: each time somebody else has been faster. */
const TRIES = 5

/**
 * Stores what was typed as the newest draft. Readers see nothing of it until it is published, but for one thing: an
 * address typed for a piece that is public counts at once, and the old one leads to it. The same text again (a double
 * click, a retry) is stored once. What a colleague saved in between is merged where that is clear; else both texts
 * are kept, and shown to whoever came second.
 */
export const saveArticle = async (
  deps: Deps,
  actor: Actor,
  input: SaveArticleInput,
  tries: number = TRIES,
): Promise<Result<Saved>> => {
  const found = await findPiece(deps, actor, 'edit.article', input.articleId)
  if (!found.ok) return found
  const { piece, by } = found.value
  const { article, draft } = piece
  const text = await composeText(deps, input, draft)
  if (!text.ok) return text

  const now = deps.clock.now()
  const settles = input.settles !== undefined && input.settles === article.conflictRevisionId
  const wish = nextSlug(piece, input.slug, text.value.title)
  if (wish === null && !settles && EDITABLE.has(article.status) && isSameText(draft, text.value))
    return ok({
      ...{ version: article.version, slug: article.slug, updatedAt: article.updatedAt },
      merged: false,
    })
  if (!EDITABLE.has(article.status)) return keepBoth(deps, piece, by, text.value, input)

  let [mine, merged] = [text.value, false]
  if (article.version !== input.version) {
    const both = settles ? null : await merge(deps, piece, text.value, input.version)
    const composed = both && (await composeText(deps, { ...both, direction: input.direction }, draft))
    if (!composed?.ok) return keepBoth(deps, piece, by, text.value, input)
    ;[mine, merged] = [composed.value, true]
  }
  const wasPublic = article.firstPublishedAt !== null && article.firstPublishedAt <= now
  if (wish !== null && wasPublic && !can(actor, 'publish.article', ownedPiece(piece)))
    return fail('forbidden', PUBLIC_ADDRESS, { fields: { slug: PUBLIC_ADDRESS } })

  const revision = draftRevision(deps, piece, by, mine)
  const outcome = await store(deps, { piece, by, revision, settles }, wish)
  if (outcome !== 'conflict')
    return ok({ version: article.version + 1, ...outcome, updatedAt: revision.savedAt, merged })
  return tries > 1 ? saveArticle(deps, actor, input, tries - 1) : keepBoth(deps, piece, by, text.value, input)
}
