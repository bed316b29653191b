import type { Actor } from '../kernel/actor'
import { type Page, parseCursor, printCursor } from '../kernel/paging'
import type { Ports } from '../ports'
import type { OwnCommentView } from './comment-view'
import { presentOwn } from './present-own'

/** Own comments a page holds. */
const OWN_PER_PAGE = 20

/**
 * What this person wrote, newest first, whatever its state: under one piece, or everywhere (`articleId` null). On their
 * own device, for their eyes only. A cursor that no page of ours can have printed means the first page.
 */
export const listOwnComments = async (
  deps: Pick<Ports, 'threadReader' | 'settingsStore' | 'clock'>,
  actor: Actor,
  { articleId, after }: { readonly articleId: string | null; readonly after?: string },
): Promise<Page<OwnCommentView>> => {
  if (actor.kind !== 'guest' && actor.kind !== 'user') return { items: [], next: null }
  const author = actor.kind === 'guest' ? { guestId: actor.guestId } : { userId: actor.userId }
  const at = deps.clock.now()
  const page = { articleId, after: after ? parseCursor(after) : null, limit: OWN_PER_PAGE }
  const [rows, { settings }] = await Promise.all([
    deps.threadReader.own(author, at, page),
    deps.settingsStore.read(),
  ])
  const items = rows.slice(0, OWN_PER_PAGE)
  const last = items.at(-1)
  return {
    items: items.map((row) => presentOwn(row, settings, at)),
    next: rows.length > OWN_PER_PAGE && last ? printCursor({ at: last.createdAt, id: last.id }) : null,
  }
}
