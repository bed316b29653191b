import type { Role } from '@/lib/kernel/actor'

const NAMES: Readonly<Record<Role, string>> = {
  owner: 'Owner',
  editor: 'Editor',
  writer: 'Writer',
  moderator: 'Moderator',
  member: 'Member',
}

/** A role as people read it. */
export const roleName = (role: Role): string => NAMES[role]
