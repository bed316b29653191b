import type { Actor } from '../kernel/actor'
import type { Ports } from '../ports'
import type { OwnCommentView } from './comment-view'
import { presentOwn } from './present-own'

/** Everything this person wrote under a piece, newest first, whatever its state: on their own device, for their eyes only. */
export const listOwnComments = async (
  deps: Pick<Ports, 'threadReader' | 'settingsStore' | 'clock'>,
  actor: Actor,
  { articleId }: { readonly articleId: string },
): Promise<readonly OwnCommentView[]> => {
  if (actor.kind !== 'guest' && actor.kind !== 'user') return []
  const author = actor.kind === 'guest' ? { guestId: actor.guestId } : { userId: actor.userId }
  const [rows, { settings }] = await Promise.all([
    deps.threadReader.own(articleId, author),
    deps.settingsStore.read(),
  ])
  const at = deps.clock.now()
  return rows.map((row) => presentOwn(row, settings, at))
}
