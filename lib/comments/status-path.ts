import { ID_PATTERN } from '../kernel/ids'
import type { Secrets } from '../kernel/secrets'

const PURPOSE = 'comment-status'

/**
 * Site-relative address of the page that tells the author of this comment, on any device, what became of it. Whoever
 * holds it may change and withdraw the comment of a guest: it goes to its author only.
 */
export const statusPath = (secrets: Pick<Secrets, 'mac'>, commentId: string): string =>
  `/comments/${commentId}/status?key=${secrets.mac(PURPOSE, commentId)}`

/** Whether this key was made for this comment; compared in constant time. */
export const opensStatus = (secrets: Pick<Secrets, 'verify'>, commentId: string, key: string): boolean =>
  ID_PATTERN.test(commentId) && secrets.verify(key, PURPOSE, commentId)
