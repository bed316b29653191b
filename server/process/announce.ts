import type { Env } from '../../lib/env'

const listening = ({ host, port }: Pick<Env, 'host' | 'port'>): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`

/** What the operator reads when the server is ready. */
export const announce = (
  env: Pick<Env, 'host' | 'port' | 'publicOrigin' | 'https'>,
  setupToken: string | null,
): string => {
  const behind = env.https ? ` (listening on ${listening(env)})` : ''
  const ready = `\nStet is ready: ${env.publicOrigin}${behind}\n`
  return setupToken === null
    ? ready
    : `${ready}\nNobody owns this publication yet. Open this link to create it; it works once:\n\n  ${env.publicOrigin}/setup?token=${setupToken}\n`
}
