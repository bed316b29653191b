import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { canonicalText, codePoints } from '../kernel/canonical-text'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { NOT_YOURS } from './list-people'
import { NOBODY } from './open-person'
import { parsePersonKey, personPath } from '../accounts/person-key'

/** In code points. */
const NOTE_MAX = 2_000

export const writeNoteInput = z.strictObject({ person: z.string().max(100), note: z.string().max(20_000) })

/** What a moderator wants their colleagues to know about somebody. The person never sees it. */
export const writeNote = async (
  { peopleReader, ids, clock }: Pick<Ports, 'peopleReader' | 'ids' | 'clock'>,
  actor: Actor,
  input: z.infer<typeof writeNoteInput>,
): Promise<Result<{ readonly path: string }>> => {
  if (actor.kind !== 'user' || !can(actor, 'open.desk')) return NOT_YOURS
  const personKey = parsePersonKey(input.person)
  if (!personKey || !(await peopleReader.find(personKey))) return NOBODY
  const body = canonicalText(input.note)
  const problem =
    body === ''
      ? 'Write something first.'
      : codePoints(body) > NOTE_MAX
        ? `Use at most ${NOTE_MAX} characters.`
        : null
  if (problem) return fail('invalid', problem, { fields: { note: problem } })
  await peopleReader.writeNote({
    ...{ id: ids.ordered(), personKey, body },
    createdBy: actor.userId,
    createdAt: clock.now(),
  })
  return ok({ path: personPath(personKey) })
}
