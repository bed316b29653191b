import { z } from 'zod'
import { SALTS_KEPT, SALT_PERIOD } from '../accounts/address-salts'
import { mailTarget } from '../accounts/standing'
import type { Actor } from '../kernel/actor'
import type { Instant } from '../kernel/clock'
import { parseCursor, printCursor } from '../kernel/paging'
import { type Result, fail, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Ports } from '../ports'
import { NOT_YOURS } from './list-people'
import type { Means, PersonRow } from './people-reader'
import { parsePersonKey } from '../accounts/person-key'
import type { PersonView } from './person-view'
import { markOf, presentLine, presentMail, presentMeasures, presentPast } from './present-person'
import { readVeil } from './veil-text'

const COMMENTS_PER_PAGE = 20

export const openPersonInput = z.strictObject({
  key: z.string().max(100),
  after: z.string().max(100).optional(),
})

type Deps = Pick<
  Ports,
  'peopleReader' | 'measureStore' | 'accountStore' | 'settingsStore' | 'wordListStore' | 'secrets' | 'clock'
>

export const NOBODY = fail('not-found', 'There is nobody here. Perhaps the address was cut or mistyped.')

/** Blocks that can still be recognised: the salts of earlier ones are forgotten (decision 20). */
export const liveAddresses = (means: Means, now: Instant): Means['addresses'] => {
  const oldest = (Math.floor(now / SALT_PERIOD) - SALTS_KEPT) * SALT_PERIOD
  return means.addresses.filter(({ key, at }) => key !== '' && at >= oldest)
}

/** What this moderator can aim a measure at, of what is known of the person. */
const targetsOf = (actor: Actor, { role }: PersonRow, means: Means, now: Instant): PersonView['targets'] => {
  if (!can(actor, 'take.measure', { role })) return []
  const mails = means.emailKeys.length > 0 ? (['mail', 'domain'] as const) : []
  const addresses = liveAddresses(means, now).length > 0 ? (['address'] as const) : []
  return ['person', ...mails, ...addresses]
}

/** Everything the desk knows about one person, and nothing that finds them outside of it. */
export const openPerson = async (
  deps: Deps,
  actor: Actor,
  { key: asked, after }: z.infer<typeof openPersonInput>,
): Promise<Result<PersonView>> => {
  if (!can(actor, 'open.desk')) return NOT_YOURS
  const key = parsePersonKey(asked)
  const { peopleReader } = deps
  const person = key && (await peopleReader.find(key))
  if (!key || !person) return NOBODY

  const means = await peopleReader.meansOf(key)
  const [names, reports, sharing, measures, notes, rows, staff, { settings }, veil] = await Promise.all([
    peopleReader.namesOf(key),
    peopleReader.reportsOf(key),
    peopleReader.sharing(key, means),
    deps.measureStore.about(key),
    peopleReader.notesOn(key),
    peopleReader.history(key, after ? parseCursor(after) : null, COMMENTS_PER_PAGE),
    deps.accountStore.listStaff(),
    deps.settingsStore.read(),
    readVeil(deps),
  ])
  const now = deps.clock.now()
  const line = (row: PersonRow) => presentLine(row, settings.trustAfter)
  const shown = rows.slice(0, COMMENTS_PER_PAGE)
  const last = shown.at(-1)?.comment
  return ok({
    ...line(person),
    key,
    otherNames: names.filter((name) => name !== person.name),
    reports,
    mails: means.emailKeys.map((emailKey) =>
      presentMail(mailTarget(deps.secrets, emailKey).slice('mail:'.length), emailKey),
    ),
    addresses: means.addresses.map(({ key: address, at }) => ({
      mark: markOf(address),
      at: new Date(at).toISOString(),
    })),
    sameMail: sharing.byMail.map(line),
    sameAddress: sharing.byAddress.map(line),
    measures: presentMeasures(measures, {
      names: new Map(staff.map(({ id, name }) => [id, name])),
      mayLift: can(actor, 'take.measure', { role: person.role }),
      now,
    }),
    notes: notes.map(({ id, body, authorName, createdAt }) => ({
      ...{ id, body, by: authorName },
      at: new Date(createdAt).toISOString(),
    })),
    history: shown.map((row) => presentPast(row, veil)),
    next: rows.length > COMMENTS_PER_PAGE && last ? printCursor({ at: last.createdAt, id: last.id }) : null,
    targets: targetsOf(actor, person, means, now),
  })
}
