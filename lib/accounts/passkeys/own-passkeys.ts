import type { Actor } from '../../kernel/actor'
import { can } from '../../policy/policy'
import type { Ports } from '../../ports'

/** A passkey as its owner sees it. Times are ISO 8601 UTC. */
export interface PasskeyView {
  readonly id: string
  readonly name: string
  readonly isBackedUp: boolean
  readonly madeAt: string
  readonly lastUsedAt: string | null
}

const iso = (at: number): string => new Date(at).toISOString()

/** The keys of somebody of the staff; null for everybody else, and where browsers allow none (passkey-ceremony.ts). */
export const ownPasskeys = async (
  { passkeyStore, passkeyCeremony }: Pick<Ports, 'passkeyStore' | 'passkeyCeremony'>,
  actor: Actor,
): Promise<readonly PasskeyView[] | null> => {
  if (actor.kind !== 'user' || !passkeyCeremony || !can(actor, 'use.passkeys')) return null
  const own = await passkeyStore.list(actor.userId)
  return own.map(({ id, name, isBackedUp, createdAt, lastUsedAt }) => ({
    ...{ id, name, isBackedUp, madeAt: iso(createdAt) },
    lastUsedAt: lastUsedAt === null ? null : iso(lastUsedAt),
  }))
}
