import { z } from 'zod'
import type { Actor } from '../../kernel/actor'
import type { ClientFacts } from '../../kernel/client-facts'
import { type Result, fail, ok } from '../../kernel/result'
import { can } from '../../policy/policy'
import type { Ports } from '../../ports'
import { readTicket } from '../second-step/sign-in-ticket'
import { FOR_STAFF } from './for-staff'
import { type Addressee, putQuestion } from './passkey-question'
import type { Passkey } from './passkey-store'
import type { PasskeyDeps } from './prove-passkey'

export const askForPasskeyInput = z.strictObject({ use: z.enum(['sign-in', 'second-step', 'confirm']) })

type Deps = PasskeyDeps & Pick<Ports, 'accountStore' | 'limits'>

interface Here {
  /** The cookie of this browser at the door; null where it has none yet. */
  readonly browser: string | null
  readonly ticket: string | null
}

const NOWHERE = fail(
  'not-found',
  'There are no passkeys here: they need https and a name, not a bare address.',
)
const OVER = fail('unauthenticated', 'That took too long. Sign in with your password again.')

/** A question for the browser, as JSON for it, and the secret it has to come back with from the door. */
export const askForPasskey = async (
  deps: Deps,
  actor: Actor,
  { use }: z.infer<typeof askForPasskeyInput>,
  { browser, ticket }: Here,
  client: ClientFacts,
): Promise<Result<{ options: string; browser: string | null }>> => {
  const { passkeyCeremony: ceremony, passkeyStore, secrets } = deps
  if (!ceremony) return NOWHERE
  const allowed = await deps.limits.take('passkey.ask', client.addressBlock)
  if (!allowed.ok) return allowed
  const put = (addressee: Addressee, known: readonly Passkey[] | null): Promise<string> =>
    ceremony.proveOptions({
      ...{ challenge: putQuestion(deps, addressee), known },
      sure: use !== 'second-step',
    })
  if (use === 'sign-in') {
    // Two windows of one browser share it.
    const holder = browser ?? secrets.fresh()
    return ok({ options: await put({ use, holder }, null), browser: holder })
  }
  if (use === 'second-step') {
    const user = ticket === null ? null : await readTicket(deps, ticket)
    if (!user || ticket === null) return OVER
    const known = await passkeyStore.list(user.id)
    return ok({ options: await put({ use, holder: ticket }, known), browser: null })
  }
  if (actor.kind !== 'user') return fail('unauthenticated', 'You are signed out by now.')
  if (!can(actor, 'use.passkeys')) return FOR_STAFF
  const known = await passkeyStore.list(actor.userId)
  return ok({ options: await put({ use, holder: actor.sessionId }, known), browser: null })
}
