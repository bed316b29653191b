import type { Secrets } from '../kernel/secrets'

/** What the owner's checker knows our requests by: made of our own secret and its address, so that nothing is stored. */
export const hookKey = (secrets: Pick<Secrets, 'mac'>, url: string): string =>
  secrets.mac('screening-hook', url)
