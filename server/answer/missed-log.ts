import { worthNoting } from '../../lib/articles/redirects/worth-noting'

/** Different addresses that are counted between two looks; the rest of a flood is nobody's loss. */
const MOST = 500

/** Addresses that readers ask for in vain. */
export interface MissedLog {
  /** Somebody asked for an address (as it came) that is not there. */
  note(path: string): void
  /** Writes down what was counted and stops. */
  stop(): Promise<void>
}

/**
 * Counts what readers ask for in vain and writes it down now and then, so that whoever makes up addresses costs no
 * write each. A hint for editors: what was counted in the last seconds before a crash is lost.
 */
export const keepMissedLog = (
  store: (missed: ReadonlyMap<string, number>) => Promise<void>,
  { everyMs, onError }: { readonly everyMs: number; readonly onError: (error: unknown) => void },
): MissedLog => {
  let counted = new Map<string, number>()
  const write = async (): Promise<void> => {
    if (counted.size === 0) return
    const now = counted
    counted = new Map()
    try {
      await store(now)
    } catch (error) {
      onError(error)
    }
  }
  let running = Promise.resolve()
  const timer = setInterval(() => (running = running.then(write)), everyMs)
  timer.unref()
  return {
    note: (asked) => {
      const path = worthNoting(asked)
      if (path === null || (counted.size >= MOST && !counted.has(path))) return
      counted.set(path, (counted.get(path) ?? 0) + 1)
    },
    stop: async () => {
      clearInterval(timer)
      await running
      await write()
    },
  }
}
