import { BARRING, type MeasureKind } from '../accounts/measure'
import type { PersonKey } from '../accounts/person-key'
import { domainTarget, mailTarget } from '../accounts/standing'
import type { Ports } from '../ports'

/**
 * Which of the holders of wishes at this address a measure keeps from taking part, and by what: nobody writes to somebody
 * the house has shown the door. A ban of the address itself, or of its provider, counts for all of them.
 */
export const shutOut = async (
  { measureStore, secrets, clock }: Pick<Ports, 'measureStore' | 'secrets' | 'clock'>,
  emailKey: string,
  holders: readonly PersonKey[],
): Promise<ReadonlyMap<PersonKey, MeasureKind>> => {
  const shared = [mailTarget(secrets, emailKey), domainTarget(emailKey)]
  const measures = await measureStore.standing([...shared, ...new Set(holders)], clock.now())
  const barring = measures.filter(({ kind }) => BARRING.has(kind))
  const forAll = barring.find(({ targetKey }) => shared.includes(targetKey))
  return new Map(
    holders.flatMap((holder) => {
      const found = forAll ?? barring.find(({ targetKey }) => targetKey === holder)
      return found ? [[holder, found.kind] as const] : []
    }),
  )
}
