import type { AsyncLocalStorage } from 'node:async_hooks'
import type { Stet } from '../compose'
import type { Env } from '../env'
import type { Log } from '../kernel/log'
import type { Refused } from './form-state'

/** What a page may change about the answer that carries it. */
export interface RequestScope {
  /** No effect once Next has sent the headers. */
  setStatus(status: number): void
  /** The form this request posted, when it was refused (lib/http/refused-post.ts). */
  refused?: Refused
}

/**
 * The one state of the process. A module imported by server/ and by app/ exists twice (two bundles), so what must
 * exist once lives behind a global symbol: server/ puts it there, pages and routes read it here.
 */
export interface Runtime {
  readonly stet: Stet
  readonly env: Env
  readonly log: Log
  /** The request being rendered by Next, if one is. */
  readonly scope: AsyncLocalStorage<RequestScope>
}

const KEY = Symbol.for('stet')
type Holder = { [KEY]?: Runtime }

/** For server/, once, before anybody asks. */
export const provideRuntime = (runtime: Runtime): void => {
  ;(globalThis as Holder)[KEY] = runtime
}

/** For pages and handlers. Throws where no server runs in this process. */
export const runtime = (): Runtime => {
  const found = (globalThis as Holder)[KEY]
  if (!found)
    throw new Error('Stet is not running in this process: start it with `npm start` or `npm run dev`.')
  return found
}
