import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { type Result, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import type { Article } from './article'
import { ARTICLE_KINDS } from './article-kind'
import { type ComposeDeps, composeText } from './compose-text'
import { notAllowed } from './find-piece'
import { NO_LISTING } from './listing'
import { NO_MOMENTS } from './no-moments'
import { placeholderSlug } from './next-slug'

export const createArticleInput = z.strictObject({ kind: z.enum(ARTICLE_KINDS).optional() })

const BLANK = {
  ...{ dek: '', kicker: '', tags: [], cover: null, series: '', notes: [] },
  ...{ translationOf: '', canonicalUrl: '', listing: NO_LISTING },
} as const

/** An empty draft with its writer's name on it. Its address is a placeholder until it has a title. */
export const createArticle = async (
  deps: ComposeDeps & Pick<Ports, 'articleStore' | 'settingsStore' | 'ids'>,
  actor: Actor,
  { kind = 'piece' }: z.infer<typeof createArticleInput>,
): Promise<Result<{ articleId: string }>> => {
  if (actor.kind !== 'user' || !can(actor, 'create.article'))
    return notAllowed(actor, 'Only writers and editors can start a piece.')
  if (kind === 'page' && !can(actor, 'create.page'))
    return notAllowed(actor, 'Pages such as About are started by editors.')
  const { articleStore, settingsStore, clock, ids } = deps
  const now = clock.now()
  const { settings } = await settingsStore.read()
  const language = settings.languages[0] ?? 'en'
  const text = await composeText(deps, { title: '', text: '' }, { ...BLANK, language })
  if (!text.ok) return text

  const article: Article = {
    id: ids.random(),
    slug: placeholderSlug(ids.random()),
    kind,
    status: 'draft',
    version: 1,
    draftRevisionId: ids.ordered(),
    liveRevisionId: null,
    createdById: actor.userId,
    createdAt: now,
    updatedAt: now,
    ...NO_MOMENTS,
    // What a publication says of itself is not up for discussion, unless somebody opens it.
    ...(kind === 'page' ? { commentMode: 'closed' } : {}),
  }
  const stored = await articleStore.insert({
    article,
    revision: {
      ...text.value,
      ...{ id: article.draftRevisionId, articleId: article.id, number: 1, kind: 'save' },
      ...{ authorId: actor.userId, createdAt: now, savedAt: now, version: 1 },
    },
    bylineIds: [actor.userId],
    audit: {
      actor,
      action: 'create.article',
      subject: `article:${article.id}`,
      detail: kind === 'page' ? { kind } : {},
    },
    effects: [],
  })
  if (stored !== 'stored') throw new Error('Forty random bits met twice.')
  return ok({ articleId: article.id })
}
