import type { Actor } from '@/lib/kernel/actor'
import { type Action, type Subjects, can } from '@/lib/policy/policy'
import type { StaffLink } from '@/components/staff/staff-shell'

type Gate = { [A in Action]: Subjects[A] extends null ? A : never }[Action]

const ROOMS: readonly { readonly href: string; readonly label: string; readonly gate: Gate }[] = [
  { href: '/desk', label: 'Desk', gate: 'open.desk' },
  { href: '/studio', label: 'Studio', gate: 'open.studio' },
  { href: '/settings', label: 'Settings', gate: 'manage.settings' },
]

/** The rooms this actor may enter, by the same table that guards their doors. `path` tells which one this is. */
export const staffLinks = (actor: Actor, path: string): readonly StaffLink[] =>
  ROOMS.filter(({ gate }) => can(actor, gate)).map(({ href, label }) => ({
    href,
    label,
    current: /^[^?#]*/.exec(path)?.[0] === href || path.startsWith(`${href}/`),
  }))
