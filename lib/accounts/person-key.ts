import { ID_PATTERN } from '../kernel/ids'

/** A person as the desk knows them: an account or a guest key. The same text as `readerKey`. */
export type PersonKey = `user:${string}` | `guest:${string}`

/** The key of whoever wrote something: an account before the guest it was on that device. */
export const personKeyOf = ({
  userId,
  guestId,
}: {
  readonly userId: string | null
  readonly guestId: string | null
}): PersonKey => (userId === null ? `guest:${guestId ?? ''}` : `user:${userId}`)

/** The two columns of a comment's author; one of them is null. */
export const authorOfKey = (
  key: PersonKey,
): { readonly userId: string | null; readonly guestId: string | null } => {
  const id = key.slice(key.indexOf(':') + 1)
  return key.startsWith('user:') ? { userId: id, guestId: null } : { userId: null, guestId: id }
}

/** Null for anything that is no key. */
export const parsePersonKey = (text: string): PersonKey | null => {
  const [kind, id = '', ...more] = text.split(/[:-]/)
  if (more.length > 0 || !ID_PATTERN.test(id)) return null
  return kind === 'user' || kind === 'guest' ? `${kind}:${id}` : null
}

/** Site-relative address of the page about them, for staff. */
export const personPath = (key: PersonKey): string => `/desk/people/${key.replace(':', '-')}`
