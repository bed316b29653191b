import type { Measure } from '../accounts/measure'
import { addressTarget, domainTarget, mailTarget } from '../accounts/standing'
import type { Secrets } from '../kernel/secrets'
import type { Means } from './people-reader'
import type { PersonKey } from '../accounts/person-key'

/** What a form can aim a ban at; each is all of that kind the person is known by. */
export const MEASURE_TARGETS = ['person', 'mail', 'domain', 'address'] as const
export type MeasureTarget = (typeof MEASURE_TARGETS)[number]

export type Target = Pick<Measure, 'targetKind' | 'targetKey'>

type Known = Means & { readonly key: PersonKey }

const AIMS: Readonly<
  Record<MeasureTarget, (secrets: Pick<Secrets, 'mac'>, known: Known) => readonly Target[]>
> = {
  person: (_, { key }) => [{ targetKind: key.startsWith('user:') ? 'user' : 'guest', targetKey: key }],
  mail: (secrets, { emailKeys }) =>
    emailKeys.map((emailKey) => ({ targetKind: 'mail', targetKey: mailTarget(secrets, emailKey) })),
  domain: (_, { emailKeys }) =>
    [...new Set(emailKeys.map(domainTarget))].map((targetKey) => ({ targetKind: 'domain', targetKey })),
  address: (_, { addresses }) =>
    [...new Set(addresses.map(({ key }) => key))].map((key) => ({
      targetKind: 'address',
      targetKey: addressTarget(key),
    })),
}

/** What a measure against a person hits, given what is known of them; [] where nothing is. */
export const aimAt = (
  secrets: Pick<Secrets, 'mac'>,
  target: MeasureTarget,
  known: Known,
): readonly Target[] => AIMS[target](secrets, known)
