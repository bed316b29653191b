import type { Role } from '../../../lib/kernel/actor'

export interface DemoUser {
  readonly name: string
  readonly email: string
  readonly role: Role
  /** Printed by the demo; null for colleagues nobody needs to sign in as. */
  readonly password: string | null
}

/** Addresses end in .example (RFC 2606): nobody's. The passwords are no secret; the demo listens on loopback. */
export const STAFF = {
  ada: { name: 'Ada Marsh', email: 'owner@slackwater.example', role: 'owner', password: 'demo owner 1872' },
  tomas: {
    name: 'Tomas Wren',
    email: 'editor@slackwater.example',
    role: 'editor',
    password: 'demo editor 1872',
  },
  ines: {
    name: 'Ines Calloway',
    email: 'writer@slackwater.example',
    role: 'writer',
    password: 'demo writer 1872',
  },
  sam: {
    name: 'Sam Okafor',
    email: 'moderator@slackwater.example',
    role: 'moderator',
    password: 'demo moderator 1872',
  },
  robin: {
    name: 'Robin Vale',
    email: 'member@slackwater.example',
    role: 'member',
    password: 'demo member 1872',
  },
  jonah: { name: 'Jonah Pryce', email: 'jonah@slackwater.example', role: 'writer', password: null },
  leila: { name: 'ليلى حداد', email: 'leila@slackwater.example', role: 'writer', password: null },
  friederike: {
    name: 'Friederike Behn',
    email: 'friederike@slackwater.example',
    role: 'writer',
    password: null,
  },
  margaux: { name: 'Margaux Delorme', email: 'margaux@slackwater.example', role: 'writer', password: null },
} as const satisfies Record<string, DemoUser>

export type StaffKey = keyof typeof STAFF
