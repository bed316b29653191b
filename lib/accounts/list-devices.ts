import type { Actor } from '../kernel/actor'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { deviceName } from './device-name'

/** A signed-in device as its owner sees it. Session ids stay where they are. Times are ISO 8601 UTC. */
export interface DeviceView {
  readonly name: string
  readonly isThis: boolean
  readonly signedInAt: string
  readonly lastSeenAt: string
}

/** The devices this person is signed in on: this one first, then the last seen. */
export const listDevices = async (
  { accountStore, clock }: Pick<Ports, 'accountStore' | 'clock'>,
  actor: Actor,
): Promise<Result<readonly DeviceView[]>> => {
  if (actor.kind !== 'user' || !can(actor, 'open.account')) {
    return fail('unauthenticated', 'You are not signed in. Sign in to see your devices.')
  }
  const sessions = await accountStore.listSessions(actor.userId, clock.now())
  const devices = sessions
    .toSorted((a, b) => b.lastSeenAt - a.lastSeenAt || (a.id < b.id ? -1 : 1))
    .map((session) => ({
      name: deviceName(session.userAgent),
      isThis: session.id === actor.sessionId,
      signedInAt: new Date(session.createdAt).toISOString(),
      lastSeenAt: new Date(session.lastSeenAt).toISOString(),
    }))
  return ok([...devices.filter(({ isThis }) => isThis), ...devices.filter(({ isThis }) => !isThis)])
}
