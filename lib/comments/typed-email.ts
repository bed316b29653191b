import { type Email, parseEmail } from '../accounts/email'
import { type Result, fail, ok } from '../kernel/result'

const WRONG = 'This does not look like an email address. Correct it, or leave the field empty.'
const NEEDED = 'Enter the address that we may write to, or untick the boxes below.'
const UNREACHABLE = 'No mail can reach this address from here. Correct it, or untick the boxes below.'

const NONE: Email = { address: '', key: '' }

/**
 * The key is what is compared, so it must be the mailbox that is written to: a look-alike of another script would be
 * confirmed by one person and stand for another's.
 */
const isItsKey = ({ address, key }: Email): boolean =>
  address.slice(0, address.lastIndexOf('@')).replace(/[A-Z]/g, (letter) => letter.toLowerCase()) ===
  key.slice(0, key.lastIndexOf('@'))

/**
 * Another machine's mailbox: a host of several words that does not end in a number. A stranger must not make us write
 * to accounts of this machine (root@localhost) or to addresses inside its network.
 */
const isReachable = ({ key }: Email): boolean =>
  /\.[a-z][a-z0-9-]*$/.test(key) && !/\.(?:local|localhost|internal)$/.test(key)

/** Whether we may write to it, and to nobody else by it. */
export const takesMail = (email: Email): boolean => isReachable(email) && isItsKey(email)

/** The address a guest typed, none if the field was left empty; needed, and one that mail can reach, to be told by mail. */
export const typedEmail = (typed: string | undefined, wantsMail: boolean): Result<Email> => {
  if (!typed?.trim()) return wantsMail ? fail('invalid', NEEDED) : ok(NONE)
  const email = parseEmail(typed)
  if (!email) return fail('invalid', WRONG)
  return wantsMail && !takesMail(email) ? fail('invalid', UNREACHABLE) : ok(email)
}
