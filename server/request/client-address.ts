import ipaddr from 'ipaddr.js'

const UNKNOWN = 'unknown'
/** Providers hand a customer a whole /64: its addresses are one visitor. */
const BLOCK_BITS = 64

const parseBlock = (text: string): string => {
  if (!ipaddr.isValid(text)) return UNKNOWN
  const address = ipaddr.process(text)
  if (address.kind() === 'ipv4') return address.toString()
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address.toString()}/${BLOCK_BITS}`).toString()}/${BLOCK_BITS}`
}

const known = new Map<string, string>()
/** Who asks once asks again, and parsing an address costs more than anything else that is found out about a request. */
const MOST_KNOWN = 500

const blockOf = (text: string): string => {
  const before = known.get(text)
  if (before !== undefined) return before
  const block = parseBlock(text)
  if (block === UNKNOWN) return block
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(text, block)
  return block
}

/**
 * The visitor's address: the connection's own, or with `trustedProxyCount` proxies in front of us the entry of
 * X-Forwarded-For that the outermost of them wrote, counted from the right. What stands further left was sent by the
 * visitor and proves nothing. IPv6 by /64.
 */
export const clientAddress = (
  connection: string | undefined,
  forwardedFor: string | undefined,
  trustedProxyCount: number,
): string => {
  if (trustedProxyCount === 0) return blockOf(connection ?? '')
  const entries = (forwardedFor ?? '').split(',').map((entry) => entry.trim())
  const entry = entries[entries.length - trustedProxyCount]
  return blockOf(entry || (connection ?? ''))
}
