import { domainToASCII } from 'node:url'
import { canonicalText } from '../kernel/canonical-text'

/** A mail address in the two forms it is kept in. */
export interface Email {
  /** As it is shown and written to: canonical text, at most 254 characters. */
  readonly address: string
  /** The only form that is compared: lower case, domain in ASCII. */
  readonly key: string
}

const LOCAL = /^[\p{L}\p{N}\p{M}.!#$%&'*+/=?^_`{|}~-]{1,64}$/u
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/

/**
 * Reads a mail address, or null when it cannot be one. Strict in what mail headers could misread (no quotes, comments,
 * brackets, blanks), lenient otherwise: only a delivered mail proves an address. Tags ("+news") and dots stay, since
 * only the provider knows what they mean.
 */
export const parseEmail = (raw: string): Email | null => {
  const address = canonicalText(raw, { singleLine: true })
  const at = address.lastIndexOf('@')
  const local = address.slice(0, Math.max(at, 0))
  const domain = domainToASCII(address.slice(at + 1)).replace(/\.$/, '')
  const key = `${local.toLowerCase().normalize('NFKC')}@${domain}`
  const valid =
    at > 0 && address.length <= 254 && key.length <= 254 && LOCAL.test(local) && DOMAIN.test(domain)
  return valid ? { address, key } : null
}
