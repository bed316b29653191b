import ipaddr from 'ipaddr.js'

/** What the registries hand out (RFC 4291 section 2.4): anything else in IPv6 leads back to us, or nowhere. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3')

/** Whether an IP address is one of the open internet: not of this machine, a private network, or a special use. */
export const isPublicAddress = (text: string): boolean => {
  if (!ipaddr.isValid(text)) return false
  // An IPv4 address in the clothes of IPv6 counts as what it is.
  const address = ipaddr.process(text)
  if (address.range() !== 'unicast') return false
  return !(address instanceof ipaddr.IPv6) || address.match(GLOBAL_IPV6)
}
