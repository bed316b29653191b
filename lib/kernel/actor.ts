/** Who acts. Every use-case takes one; nothing else tells it who is asking. */
export const ROLES = ['owner', 'editor', 'writer', 'moderator', 'member'] as const
export type Role = (typeof ROLES)[number]

/** Somebody of whom nothing is known. */
export interface Anonymous {
  readonly kind: 'anonymous'
}
/** A commenter proven by the secret in their guest cookie. */
export interface Guest {
  readonly kind: 'guest'
  readonly guestId: string
}
/** Somebody with an account, on one device; `name` as readers see it. */
export interface SignedIn {
  readonly kind: 'user'
  readonly userId: string
  readonly role: Role
  readonly name: string
  readonly sessionId: string
  /** A measure keeps this colleague from taking part for now. */
  readonly barred?: boolean
}
/** Stet itself: jobs, imports, the command line. */
export interface System {
  readonly kind: 'system'
}

export type Actor = Anonymous | Guest | SignedIn | System

export const ANONYMOUS: Anonymous = { kind: 'anonymous' }
export const SYSTEM: System = { kind: 'system' }

const STAFF: ReadonlySet<Role> = new Set(['owner', 'editor', 'writer', 'moderator'])

/** Whether they work here: everybody with an account but members. */
export const isStaff = (actor: Actor): actor is SignedIn => actor.kind === 'user' && STAFF.has(actor.role)
