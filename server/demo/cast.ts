import type { Stet } from '../../lib/compose'
import { ANONYMOUS, type Actor, type SignedIn } from '../../lib/kernel/actor'
import type { ClientFacts } from '../../lib/kernel/client-facts'
import { aClient } from '../../tests/support/builders/a-client'
import { aUser } from '../../tests/support/builders/a-user'
import { theOwner } from '../../tests/support/builders/the-owner'
import { COMMENTERS, type CommenterKey } from './content/commenters'
import { STAFF, type StaffKey } from './content/people'
import { PUBLICATION } from './content/publication'

export type Staff = Readonly<Record<StaffKey, SignedIn>>

/** Claims the publication for its owner and adds everybody else. */
export const hireStaff = async (stet: Stet): Promise<Staff> => {
  const { ada, ...others } = STAFF
  const owner = await theOwner(stet, { ...ada, publicationName: PUBLICATION.name })
  const hired: [string, SignedIn][] = [['ada', owner]]
  for (const [key, { password, ...facts }] of Object.entries(others)) {
    hired.push([key, await aUser(stet, { ...facts, addedBy: owner, ...(password ? { password } : {}) })])
  }
  return Object.fromEntries(hired) as Staff
}

const isStaff = (key: CommenterKey | StaffKey): key is StaffKey => key in STAFF

/** The people of the demo as they act: staff signed in, readers with the guest key their first comment gave them. */
export class Cast {
  readonly #guests = new Map<CommenterKey, Actor>()
  readonly #households = Object.keys(COMMENTERS)

  constructor(readonly staff: Staff) {}

  as(key: CommenterKey | StaffKey): { by: Actor; name?: string; client: ClientFacts } {
    if (isStaff(key)) return { by: this.staff[key], client: aClient(254) }
    const client = aClient(1 + this.#households.indexOf(key))
    return { by: this.#guests.get(key) ?? ANONYMOUS, name: COMMENTERS[key], client }
  }

  remember(key: CommenterKey | StaffKey, actor: Actor): void {
    if (!isStaff(key)) this.#guests.set(key, actor)
  }
}
