import { z } from 'zod'
import { codePoints, canonicalText } from '../kernel/canonical-text'
import type { ClientFacts } from '../kernel/client-facts'
import { fieldProblems, invalidFields } from '../kernel/field-problems'
import { type Result, fail, ok } from '../kernel/result'
import type { Ports } from '../ports'
import { newUser } from './new-user'
import { PUBLICATION_NAME_MAX } from '../settings/site-settings'
import { openSession } from './open-session'
import { setupOpen } from './setup-open'

export const claimPublicationInput = z.strictObject({
  token: z.string().max(200),
  publicationName: z.string().max(2000),
  name: z.string().max(2000),
  email: z.string().max(2000),
  password: z.string().max(2000),
})

type Deps = Pick<Ports, 'accountStore' | 'passwordHasher' | 'limits' | 'secrets' | 'clock' | 'ids'>

const publicationNameProblem = (name: string): string | null => {
  if (name === '') return 'Give the publication a name. You can change it later.'
  return codePoints(name) > PUBLICATION_NAME_MAX ? `Use at most ${PUBLICATION_NAME_MAX} characters.` : null
}

const noSuchPage = fail('not-found', 'There is no page at this address.')

/**
 * First run: makes the owner and stores "installed" in one transaction, then signs the owner in. A wrong token and an
 * installed publication are one answer, `not-found`, so that nobody learns which it was.
 */
export const claimPublication = async (
  deps: Deps,
  input: z.infer<typeof claimPublicationInput>,
  client: ClientFacts,
): Promise<Result<{ sessionId: string; userId: string }>> => {
  if (!(await setupOpen(deps, input.token))) return noSuchPage
  // After the token, so that strangers cannot use up the owner's attempts.
  const allowed = await deps.limits.take('setup.address', client.addressBlock)
  if (!allowed.ok) return allowed

  const publicationName = canonicalText(input.publicationName, { singleLine: true })
  const unnamed = fieldProblems({ publicationName: publicationNameProblem(publicationName) })
  const owner = await newUser(deps, { ...input, role: 'owner', known: [publicationName] })
  if (unnamed || !owner.ok) return invalidFields({ ...unnamed, ...(owner.ok ? {} : owner.error.fields) })

  const claimed = await deps.accountStore.claim(owner.value, publicationName, {
    audit: {
      actor: { kind: 'system' },
      action: 'claim.publication',
      subject: `user:${owner.value.id}`,
      detail: {},
    },
    // It has a name from now on.
    effects: [{ key: 'settings.changed:claim', effect: { kind: 'settings.changed', key: 'site' } }],
  })
  if (!claimed) return noSuchPage
  return ok({ sessionId: await openSession(deps, owner.value, client), userId: owner.value.id })
}
