import type { Actor } from '../kernel/actor'
import type { Ports } from '../ports'
import type { OwnCommentView } from './comment-view'
import { presentOwn } from './present-own'
import { opensStatus } from './status-path'

/** What somebody with the secret link to a comment sees. */
export interface CommentStatusPage {
  readonly comment: OwnCommentView
  /** Whom the key proves to be its holder: the guest who wrote it. Null for the comment of an account, which only its account changes. */
  readonly author: Actor | null
}

const ONLY_SHOWN = { edit: false, withdraw: false }

/** A comment by the secret link its author was given. Null for a wrong key exactly as for a comment that never was. */
export const openStatus = async (
  deps: Pick<Ports, 'commentStore' | 'threadReader' | 'settingsStore' | 'secrets' | 'clock'>,
  { commentId, key }: { readonly commentId: string; readonly key: string },
): Promise<CommentStatusPage | null> => {
  if (!opensStatus(deps.secrets, commentId, key)) return null
  const at = deps.clock.now()
  const [row, record, { settings }] = await Promise.all([
    deps.threadReader.ownById(commentId, at),
    deps.commentStore.find(commentId),
    deps.settingsStore.read(),
  ])
  if (!row || !record) return null
  const comment = presentOwn(row, settings, at)
  const { guestId } = record.comment
  return guestId === null
    ? { comment: { ...comment, abilities: ONLY_SHOWN }, author: null }
    : { comment, author: { kind: 'guest', guestId } }
}
