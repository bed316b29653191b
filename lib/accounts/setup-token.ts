import type { Ports } from '../ports'

/** What the setup token is a MAC of: derived from the instance's secret, so that it survives restarts. */
export const SETUP_PURPOSE = 'setup-token'

/** The one-time key of `/setup?token=…`, or null once the publication has an owner. */
export const setupToken = async ({
  accountStore,
  secrets,
}: Pick<Ports, 'accountStore' | 'secrets'>): Promise<string | null> =>
  (await accountStore.isInstalled()) ? null : secrets.mac(SETUP_PURPOSE)
