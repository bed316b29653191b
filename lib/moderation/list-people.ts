import { z } from 'zod'
import { parseEmail } from '../accounts/email'
import type { Actor } from '../kernel/actor'
import { canonicalText } from '../kernel/canonical-text'
import { nameSkeleton } from '../kernel/name-skeleton'
import { parseCursor, printCursor } from '../kernel/paging'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import type { PeopleSearch } from './people-reader'
import type { PeopleView } from './person-view'
import { presentLine } from './present-person'

const PEOPLE_PER_PAGE = 30

export const listPeopleInput = z.strictObject({
  q: z.string().max(300).optional(),
  after: z.string().max(100).optional(),
})

export const NOT_YOURS = fail('forbidden', 'The desk is open to moderators only.')

/** What somebody typed to find a person by: a whole mail address, else the beginning of a name. */
const searchOf = (typed: string): PeopleSearch => {
  const text = canonicalText(typed, { singleLine: true })
  const email = text.includes('@') ? parseEmail(text) : null
  if (email) return { emailKey: email.key }
  const nameKey = nameSkeleton(text)
  return nameKey === '' ? null : { nameKey }
}

/** Everybody who took part, newest first, or who goes by a name or wrote with an address. */
export const listPeople = async (
  { peopleReader, settingsStore }: Pick<Ports, 'peopleReader' | 'settingsStore'>,
  actor: Actor,
  { q = '', after }: z.infer<typeof listPeopleInput>,
): Promise<Result<PeopleView>> => {
  if (!can(actor, 'open.desk')) return NOT_YOURS
  const [rows, { settings }] = await Promise.all([
    peopleReader.list(searchOf(q), after ? parseCursor(after) : null, PEOPLE_PER_PAGE),
    settingsStore.read(),
  ])
  const shown = rows.slice(0, PEOPLE_PER_PAGE)
  const last = shown.at(-1)
  const isMore = rows.length > PEOPLE_PER_PAGE && last !== undefined
  return ok({
    people: shown.map((row) => presentLine(row, settings.trustAfter)),
    next: isMore ? printCursor({ at: last.since, id: last.key.slice(last.key.indexOf(':') + 1) }) : null,
  })
}
