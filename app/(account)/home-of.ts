import type { Actor } from '@/lib/kernel/actor'
import { can } from '@/lib/policy/policy'

/** Where somebody starts who asked for no page in particular: writers at their pieces, moderators at the queue. */
export const homeOf = (actor: Actor): string => {
  if (can(actor, 'open.studio')) return '/studio'
  return can(actor, 'open.desk') ? '/desk' : '/account'
}
