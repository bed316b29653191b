import { statusAt } from '../articles/article-status'
import type { Effect, QueuedEffect } from '../kernel/effect'
import type { Ports } from '../ports'

type Deps = Pick<Ports, 'articleStore' | 'settingsStore' | 'clock'>

/**
 * What a stored change is to be told of elsewhere: the hub of our feeds, and search engines that take IndexNow; nothing
 * while the owner has named neither. Each is an effect of its own, once for each state of the piece, so that one that
 * fails is tried again alone. A schedule queues its change for the moment at which it comes about.
 */
export const planAnnouncements = async (
  { articleStore, settingsStore, clock }: Deps,
  effect: Effect,
): Promise<readonly QueuedEffect[]> => {
  if (effect.kind !== 'article.changed') return []
  const { webSubHub, indexNowKey } = (await settingsStore.read()).settings
  if (webSubHub === '' && indexNowKey === '') return []
  const piece = await articleStore.find(effect.articleId)
  if (!piece) return []
  const { id, version } = piece.article
  const since = clock.now()
  // Scheduled, come about and taken down by itself are three states of one version.
  const state = statusAt(piece.article, since)
  const told = (to: 'hub' | 'indexnow'): QueuedEffect => ({
    key: `article.told:${to}:${id}:${version}:${state}`,
    effect: { kind: 'article.told', to, articleId: id, slugs: effect.slugs, since },
  })
  return [...(webSubHub ? [told('hub')] : []), ...(indexNowKey ? [told('indexnow')] : [])]
}
