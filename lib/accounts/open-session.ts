import type { ClientFacts } from '../kernel/client-facts'
import { canonicalText, cutText } from '../kernel/canonical-text'
import { type Result, fail, ok } from '../kernel/result'
import type { Ports } from '../ports'
import type { User } from './account-store'
import { barredWords } from './barred-words'
import { SIGNS_OUT } from './measure'
import { sessionEnd } from './session-life'

/** Stores a signed-in device. Returns the session id: 128 random bits, what the cookie carries. */
export const openSession = async (
  { accountStore, ids, clock }: Pick<Ports, 'accountStore' | 'ids' | 'clock'>,
  user: User,
  client: ClientFacts,
): Promise<string> => {
  const now = clock.now()
  const id = ids.random()
  await accountStore.insertSession({
    id,
    userId: user.id,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: sessionEnd(user.role, { createdAt: now, now }),
    revokedAt: null,
    confirmedAt: null,
    userAgent: cutText(canonicalText(client.userAgent, { singleLine: true }), { max: 300 }),
  })
  return id
}

type Deps = Pick<
  Ports,
  'accountStore' | 'secondStepStore' | 'passkeyStore' | 'measureStore' | 'ids' | 'clock'
>

/** A passkey that was shown, alone or instead of a code. */
interface ByPasskey {
  readonly passkeyId: string
  readonly userId: string
}

const isThere = async ({ passkeyStore }: Deps, { passkeyId, userId }: ByPasskey): Promise<boolean> =>
  (await passkeyStore.list(userId)).some(({ id }) => id === passkeyId)

const CHANGED = fail(
  'unauthenticated',
  'How this account is opened changed in the same moment. Please sign in again.',
)

/**
 * For whoever has shown who they are: `user` as they were read then, `shown` the app whose code was asked for (null for
 * none) or the passkey. What ends every session there is (another password, codes switched on, a passkey removed, a ban) may have come in between, and would
 * miss this one: so it is looked at again once the session is there.
 */
export const openProvenSession = async (
  deps: Deps,
  user: User,
  shown: string | null | ByPasskey,
  client: ClientFacts,
): Promise<Result<{ sessionId: string }>> => {
  const sessionId = await openSession(deps, user, client)
  const [now, step, standing] = await Promise.all([
    deps.accountStore.findUser(user.id),
    deps.secondStepStore.find(user.id),
    deps.measureStore.standing([`user:${user.id}`], deps.clock.now()),
  ])
  const asked = step && step.confirmedAt !== null ? step.sealed : null
  const stillOpens =
    typeof shown === 'object' && shown !== null
      ? await isThere(deps, shown)
      : asked === null || asked === shown
  const isSame = now?.passwordHash === user.passwordHash && now.disabledAt === null && now.role === user.role
  const banned = standing.find(({ kind }) => SIGNS_OUT.has(kind))
  if (isSame && !banned && stillOpens) return ok({ sessionId })
  await deps.accountStore.revokeSession(sessionId, deps.clock.now())
  return banned ? fail('forbidden', barredWords(banned)) : CHANGED
}
