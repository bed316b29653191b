import type { Guest, Session, User } from '../accounts/account-store'
import { ROLES } from '../kernel/actor'
import { integer, integerOrNull, oneOf, text, textOrNull } from './cells'
import { type Row, sql } from './sql'

/** Columns for the readers below. */
export const USER_COLUMNS = sql`"id", "email", "emailKey", "name", "nameKey", "slug", "role", "bio", "passwordHash",
  "disabledAt", "createdAt"`
export const SESSION_COLUMNS = sql`"id", "userId", "createdAt", "lastSeenAt", "expiresAt", "revokedAt",
  "confirmedAt", "userAgent"`

/** A whole row of `user`; throws on a role that is none of ours. */
export const readUser = (row: Row): User => ({
  id: text(row, 'id'),
  email: text(row, 'email'),
  emailKey: text(row, 'emailKey'),
  name: text(row, 'name'),
  nameKey: text(row, 'nameKey'),
  slug: text(row, 'slug'),
  role: oneOf(row, 'role', ROLES),
  bio: text(row, 'bio'),
  passwordHash: textOrNull(row, 'passwordHash'),
  disabledAt: integerOrNull(row, 'disabledAt'),
  createdAt: integer(row, 'createdAt'),
})

/** A whole row of `session`. */
export const readSession = (row: Row): Session => ({
  id: text(row, 'id'),
  userId: text(row, 'userId'),
  createdAt: integer(row, 'createdAt'),
  lastSeenAt: integer(row, 'lastSeenAt'),
  expiresAt: integer(row, 'expiresAt'),
  revokedAt: integerOrNull(row, 'revokedAt'),
  confirmedAt: integerOrNull(row, 'confirmedAt'),
  userAgent: text(row, 'userAgent'),
})

/** `id`, `keyHash` and `createdAt` of `guest`. */
export const readGuest = (row: Row): Guest => ({
  id: text(row, 'id'),
  keyHash: text(row, 'keyHash'),
  createdAt: integer(row, 'createdAt'),
})
