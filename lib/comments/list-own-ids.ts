import type { Actor } from '../kernel/actor'
import type { Ports } from '../ports'

/** More than anybody writes under one piece; a page that knew no end could be made to weigh anything. */
const OWN_MAX = 1_000

/** Ids of what this person wrote under a piece, newest first: for their own page only, which offers no recommending of it. */
export const listOwnIds = async (
  { threadReader }: Pick<Ports, 'threadReader'>,
  actor: Actor,
  { articleId }: { readonly articleId: string },
): Promise<readonly string[]> => {
  if (actor.kind !== 'guest' && actor.kind !== 'user') return []
  const author = actor.kind === 'guest' ? { guestId: actor.guestId } : { userId: actor.userId }
  return threadReader.ownIds(author, articleId, OWN_MAX)
}
