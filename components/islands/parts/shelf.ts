import { type Facts, factsOf } from './facts'

/** What this device remembers: entries by key, the latest `size` of them. */
export interface Shelf {
  get(key: string): unknown
  put(key: string, value: unknown): void
  drop(key: string): void
}

/** Storage may be refused, full, or hold what others wrote: then an entry is remembered for the page only. */
export const shelf = (name: string, size: number): Shelf => {
  const item = `stet-${name}`
  /** Set once storage has refused. */
  let here: Facts | null = null
  /** key → [time, value]; read anew each time, because another tab may have written. */
  const read = (): Facts => {
    if (here) return here
    try {
      return factsOf(JSON.parse(localStorage.getItem(item) ?? ''))
    } catch {
      return {}
    }
  }
  const entry = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
  const write = (entries: [string, unknown][]): void => {
    entries.sort(([, a], [, b]) => Number(entry(b)[0]) - Number(entry(a)[0]))
    const kept = Object.fromEntries(entries.slice(0, size))
    try {
      localStorage.setItem(item, JSON.stringify(kept))
    } catch {
      here = kept
    }
  }
  const others = (key: string) => Object.entries(read()).filter(([other]) => other !== key)
  return {
    get: (key) => entry(read()[key])[1],
    put: (key, value) => write([[key, [Date.now(), value]], ...others(key)]),
    drop: (key) => write(others(key)),
  }
}
