import type { Ports } from '../../ports'

/** How many somebody is given. */
export const RECOVERY_CODES = 10
const SIGNS = 16

/** Eighty random bits in fours, for paper: `k3f9-2mzt-…`. */
export const freshRecoveryCode = ({ ids }: Pick<Ports, 'ids'>): string =>
  ids
    .random()
    .slice(-SIGNS)
    .replaceAll(/(.{4})(?=.)/g, '$1-')

/** As it was printed, however it was typed; null for what is none. Look-alikes are read as what they look like. */
export const readRecoveryCode = (typed: string): string | null => {
  const code = typed.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1')
  return /^[0-9a-hjkmnp-tv-z]{16}$/.test(code) ? code : null
}

/** What is stored of it: of no use without the key of this publication. */
export const recoveryHash = ({ secrets }: Pick<Ports, 'secrets'>, userId: string, code: string): string =>
  secrets.mac('recovery-code', userId, readRecoveryCode(code) ?? '')
