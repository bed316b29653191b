import type { Stet } from '../compose'
import type { Env } from '../env'
import type { Secrets } from '../kernel/secrets'

/** What signing in needs to know of the running process; `runtime()` is one. */
export interface House {
  readonly stet: {
    readonly ports: { readonly secrets: Secrets }
    readonly accounts: Pick<Stet['accounts'], 'readSession' | 'findGuest' | 'signIn' | 'signOut'>
  }
  readonly env: Pick<Env, 'https' | 'publicOrigin'>
}
