import { findGuest } from '../../../lib/accounts/guests'
import { readSession } from '../../../lib/accounts/read-session'
import { signIn } from '../../../lib/accounts/sign-in'
import { signOut } from '../../../lib/accounts/sign-out'
import type { House } from '../../../lib/auth/house'
import type { MemoryPorts } from '../../support/memory/memory-ports'

/** As much of a running process as signing in needs, over memory. */
export const houseOf = (ports: MemoryPorts, publicOrigin = 'http://localhost:4600'): House => ({
  env: { publicOrigin, https: publicOrigin.startsWith('https:') },
  stet: {
    ports,
    accounts: {
      readSession: (sessionId) => readSession(ports, sessionId),
      findGuest: (secret) => findGuest(ports, secret),
      signIn: (input, client) => signIn(ports, input, client),
      signOut: (actor) => signOut(ports, actor),
    },
  },
})
