import type { ClientFacts } from '../kernel/client-facts'
import type { Ports } from '../ports'
import { SALT_PERIOD } from './address-salts'

/** An address block as it is stored and compared; never the block itself. */
export interface AddressKeys {
  /** Of this period: what a comment is stored with. */
  readonly current: string
  /** Of every period that is still known, this one first. */
  readonly live: readonly string[]
}

/** Keyed hashes of a connection's address block: by the house's secret and by salts that are forgotten (decision 20). */
export const addressKeysOf = async (
  { addressSalts, secrets, clock }: Pick<Ports, 'addressSalts' | 'secrets' | 'clock'>,
  { addressBlock }: Pick<ClientFacts, 'addressBlock'>,
): Promise<AddressKeys> => {
  const period = Math.floor(clock.now() / SALT_PERIOD)
  const salts = await addressSalts.live(period, () => secrets.fresh())
  const live = salts.map((salt) => secrets.mac('address', salt, addressBlock))
  return { current: live[0] ?? '', live }
}
