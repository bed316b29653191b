import { ROLES, type Role } from '../../../lib/kernel/actor'

/** Everybody who can stand before a door. */
export const ASKERS = ['anonymous', 'guest', ...ROLES] as const satisfies readonly (Role | string)[]
export type Asker = (typeof ASKERS)[number]

/** What each gets for GET: one status for all, or by asker. */
type Expected = number | Readonly<Record<Asker, number>>

/** A page or an address. */
export interface Door {
  readonly path: string
  readonly get: Expected
  readonly takesPost: boolean
  /** Doors that are there for posting alone: what each gets for this form. */
  readonly post?: { readonly form: Readonly<Record<string, string>>; readonly gets: Expected }
  /** A door that mail programs knock at, which send no Origin (RFC 8058); 403 everywhere else. */
  readonly withoutOrigin?: number
}

/** 200 for these, 403 for others who are signed in; strangers are sent to sign in. */
export const only = (...allowed: Role[]): Readonly<Record<Asker, number>> =>
  Object.fromEntries(
    ASKERS.map((asker) => {
      if (asker === 'anonymous' || asker === 'guest') return [asker, 307]
      return [asker, allowed.includes(asker) ? 200 : 403]
    }),
  ) as Record<Asker, number>

export const DESK = only('owner', 'editor', 'moderator')
export const STUDIO = only('owner', 'editor', 'writer')

/** Pages and addresses, each with what it answers to whom. */
export type Doors = Readonly<Record<string, Door>>

/** The same for whoever is signed in. */
export const fromAll = (status: number): Record<Role, number> =>
  Object.fromEntries(ROLES.map((role) => [role, status])) as Record<Role, number>
