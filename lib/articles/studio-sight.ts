import type { Actor } from '../kernel/actor'
import { can } from '../policy/policy'
import type { ArticleFilter } from './article-store'

/** Editors see every piece, writers those with their name on. */
export const studioSight = (actor: Actor): Pick<ArticleFilter, 'ofUser'> =>
  actor.kind === 'user' && !can(actor, 'edit.article', { createdById: '', bylineIds: [] })
    ? { ofUser: actor.userId }
    : {}
