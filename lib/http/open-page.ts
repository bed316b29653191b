import { redirect } from 'next/navigation'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import type { Stet } from '../compose'
import type { SignedIn } from '../kernel/actor'
import type { ClientFacts } from '../kernel/client-facts'
import { type Action, type Subjects, can } from '../policy/policy'
import { decodeSegment } from './decode-segment'
import type { Refused } from './form-state'
import { refusedPage } from './refused-page'
import { refusedPost } from './refused-post'
import { setStatus } from './set-status'
import { visitor } from './visitor'

/** Next's page properties. */
export interface PageProps {
  readonly params: Promise<Record<string, string | string[] | undefined>>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Who looks at a guarded page, and at which. */
export interface PageVisit {
  readonly stet: Stet
  readonly actor: SignedIn
  readonly client: ClientFacts
  /** Site-relative address of this page, query included. */
  readonly path: string
  /** A dynamic segment, decoded; '' when there is none of that name. */
  param(name: string): string
  /** A query field given exactly once, else null. Unknown fields are ignored. */
  query(name: string): string | null
}

/** Actions that are about nothing in particular: the gates of whole pages. */
type Gate = { [A in Action]: Subjects[A] extends null ? A : never }[Action]

const single = (value: string | string[] | undefined): string | null =>
  typeof value === 'string' ? value : null

/** What Next appends when its script asks for a page; it belongs to no address a person should come back to. */
const NEXT_QUERY = /[?&]_rsc=[^&]*$/

/** Where to come back to after signing in. */
const loginPath = (path: string): string => `/login?next=${encodeURIComponent(path.replace(NEXT_QUERY, ''))}`

/**
 * Every guarded page: `export default openPage('open.desk', async ({ stet, actor, query }) => <Desk … />)`. Somebody
 * who is not signed in is sent to /login and back; somebody who may not gets a plain page with status 403. The
 * use-cases ask the policy again: deleting this call must open no door. `kept` is for pages where people write for
 * hours: when their form was just refused because they are signed out by now, it shows what they typed instead of
 * sending them away.
 */
export const openPage =
  (
    gate: Gate,
    render: (visit: PageVisit) => Promise<ReactNode> | ReactNode,
    kept?: (refused: Refused) => ReactNode,
  ) =>
  async ({ params, searchParams }: PageProps): Promise<ReactNode> => {
    await connection()
    const { stet, actor, client, path } = await visitor()
    const refused = refusedPost()
    if (refused && kept && !can(actor, gate)) return kept(refused)
    if (actor.kind !== 'user') redirect(loginPath(path))
    if (!can(actor, gate)) {
      setStatus(403)
      const hasRole = can({ ...actor, barred: false }, gate)
      return refusedPage(actor.role, hasRole ? (await stet.accounts.standing(actor)).barred : null)
    }
    const [named, asked] = await Promise.all([params, searchParams])
    return render({
      stet,
      actor,
      client,
      path,
      param: (name) => decodeSegment(single(named[name]) ?? '') ?? '',
      query: (name) => single(asked[name]),
    })
  }
