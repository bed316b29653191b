import type { Role } from '../../../lib/kernel/actor'

/** One server action: where it is posted, a form that would work, and who may. Whoever is left out is refused. */
export interface ActionRow {
  readonly at: string
  readonly may: readonly Role[]
  readonly fields: Readonly<Record<string, string>>
  /** What those who may get: 303 or 200, unless the thing it is about cannot be had here. */
  readonly gives?: number
}

/** A row for each action of a room, by its file and name. */
export type ActionRows = Readonly<Record<string, ActionRow>>

export const DESK: readonly Role[] = ['owner', 'editor', 'moderator']
export const EDITORS: readonly Role[] = ['owner', 'editor']
export const STUDIO: readonly Role[] = ['owner', 'editor', 'writer']
export const STAFF: readonly Role[] = ['owner', 'editor', 'moderator', 'writer']
export const OWNER: readonly Role[] = ['owner']
export const MEMBERS: readonly Role[] = ['owner', 'editor', 'moderator', 'writer', 'member']
export const NOWHERE = '0'.repeat(26)
