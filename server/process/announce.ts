import type { Env } from '../../lib/env'

const listening = ({ host, port }: Pick<Env, 'host' | 'port'>): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`

/** What is amiss where readers come through a proxy that nobody told us of; null where nothing is. */
export const proxyAdvice = ({
  https,
  host,
  publicOrigin,
  trustedProxyCount,
}: Pick<Env, 'https' | 'host' | 'publicOrigin' | 'trustedProxyCount'>): string | null =>
  https && trustedProxyCount === 0
    ? `Readers come by ${publicOrigin}, so a proxy stands in front of ${host}, but TRUSTED_PROXY_COUNT is 0: all readers look like one. Set it to the number of proxies.`
    : null

/** What the operator reads when the server is ready. */
export const announce = (
  env: Pick<Env, 'host' | 'port' | 'publicOrigin' | 'https' | 'trustedProxyCount'>,
  setupToken: string | null,
): string => {
  const behind = env.https ? ` (listening on ${listening(env)})` : ''
  const advice = proxyAdvice(env)
  const ready = `\nStet is ready: ${env.publicOrigin}${behind}\n${advice === null ? '' : `\n${advice}\n`}`
  return setupToken === null
    ? ready
    : `${ready}\nNobody owns this publication yet. Open this link to create it; it works once:\n\n  ${env.publicOrigin}/setup?token=${setupToken}\n`
}
