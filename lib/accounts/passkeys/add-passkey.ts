import { z } from 'zod'
import type { Actor } from '../../kernel/actor'
import { canonicalText, cutText } from '../../kernel/canonical-text'
import type { ClientFacts } from '../../kernel/client-facts'
import { type Result, fail, ok } from '../../kernel/result'
import { can } from '../../policy/policy'
import type { Ports } from '../../ports'
import { accountTraces } from '../account-traces'
import { type ConfirmDeps, confirmAgain } from '../confirm-again'
import { deviceName } from '../device-name'
import { FOR_STAFF } from './for-staff'
import { putQuestion, wasAsked } from './passkey-question'
import { ANSWER_MAX } from './prove-passkey'

/** Somebody with more devices than that has given keys away. */
const MOST = 20
const NAME_MAX = 60

export const beginPasskeyInput = z.strictObject({
  currentPassword: z.string().max(2000),
  code: z.string().max(100).optional(),
})
export const addPasskeyInput = z.strictObject({
  name: z.string().max(500),
  answer: z.string().max(ANSWER_MAX),
})

const FAILED = fail(
  'conflict',
  'The passkey was not added: it was asked for too long ago, or elsewhere. Begin again.',
)

/** For whoever shows anew who they are, whatever they showed before: what a device has to be asked, as JSON for the browser. */
export const beginPasskey = async (
  deps: ConfirmDeps & Pick<Ports, 'settingsStore'>,
  actor: Actor,
  { currentPassword, code }: z.infer<typeof beginPasskeyInput>,
): Promise<Result<{ options: string }>> => {
  const ceremony = deps.passkeyCeremony
  if (actor.kind !== 'user' || !ceremony || !can(actor, 'use.passkeys')) return FOR_STAFF
  const known = await deps.passkeyStore.list(actor.userId)
  if (known.length >= MOST)
    return fail('conflict', `Nobody has more than ${MOST} passkeys. Remove one you do not use.`)
  const proof = { password: currentPassword, code }
  const confirmed = await confirmAgain(deps, actor, proof, { afresh: true, field: 'currentPassword' })
  if (!confirmed.ok) return confirmed
  const { id: userId, email: account, name } = confirmed.value
  const challenge = putQuestion(deps, { use: 'add', holder: actor.sessionId })
  const { settings } = await deps.settingsStore.read()
  const options = await ceremony.makeOptions({
    ...{ challenge, publication: settings.name, userId, account, name, known },
  })
  return ok({ options })
}

/** The device has made it: from now on it opens the account. */
export const addPasskey = async (
  deps: ConfirmDeps & Pick<Ports, 'mailer'>,
  actor: Actor,
  { name, answer }: z.infer<typeof addPasskeyInput>,
  client: ClientFacts,
): Promise<Result<void>> => {
  const { passkeyCeremony: ceremony, ids, clock } = deps
  if (actor.kind !== 'user' || !ceremony || !can(actor, 'use.passkeys')) return FOR_STAFF
  const made = await ceremony.readMade(answer, wasAsked(deps, { use: 'add', holder: actor.sessionId }))
  if (!made) return FAILED
  const called = cutText(canonicalText(name, { singleLine: true }), { max: NAME_MAX })
  const passkey = {
    ...{ id: ids.random(), userId: actor.userId, ...made },
    name: called === '' ? deviceName(client.userAgent) : called,
    ...{ createdAt: clock.now(), lastUsedAt: null },
  }
  const traces = accountTraces(deps, 'add.passkey', actor.userId, { actor, detail: { passkey: passkey.id } })
  return (await deps.passkeyStore.add(passkey, { most: MOST, here: actor.sessionId }, traces))
    ? ok(undefined)
    : FAILED
}
