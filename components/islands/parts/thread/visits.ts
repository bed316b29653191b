import { factsOf, textOf } from '../facts'
import { shelf } from '../shelf'

/** Pieces of which this device knows when it was there last. */
const visits = shelf('visits', 200)

/**
 * Comments are dated by when they were written, and let stand hours later. So what is new is what was not on the page
 * last time, as far back as this before that visit.
 */
const LATE_MS = 7 * 86_400_000
const KNOWN_MAX = 400
/** 40 of 128 random bits: enough to tell a few hundred apart. */
const short = (id: string): string => id.slice(0, 8)

/** No comment's id. */
export const UNSEEN = '?'

export interface Visit {
  /**
   * Whether a comment of this time was not there at the last visit. `above`: what it answers, '' for nothing; `UNSEEN`
   * where it may have stood behind a link all along, so that only its time tells.
   */
  isNew(id: string, at: string, above: string): boolean
}

/** Null at the first visit: then nothing is new. */
export const lastVisit = (path: string): Visit | null => {
  const { at, known, from } = factsOf(visits.get(path))
  if (typeof at !== 'number') return null
  const there = new Set(['', ...textOf(known).split(' ')])
  const since = Math.min(at, Math.max(at - LATE_MS, Number(from ?? 0)))
  const wasThere = (id: string): boolean => there.has(short(id))
  return {
    isNew: (id, time, above) => Date.parse(time) > (wasThere(above) ? since : at) && !wasThere(id),
  }
}

/**
 * The comments a reader has seen now, with their times, beside those of before. `from`: epoch ms; what is older may
 * have stood behind "Load More Comments" all along, and is no news when it is loaded.
 */
export const noteVisit = (
  path: string,
  seen: readonly (readonly [id: string, at: string])[],
  from: number,
): void => {
  const now = Date.now()
  const recent = seen.filter(([, at]) => Date.parse(at) > now - 2 * LATE_MS).map(([id]) => short(id))
  const before = factsOf(visits.get(path))
  const known = [...new Set([...recent, ...textOf(before.known).split(' ')])].slice(0, KNOWN_MAX).join(' ')
  const earlier = typeof before.at === 'number' ? Number(before.from ?? 0) : now
  visits.put(path, { at: now, known, from: Math.min(from, earlier) })
}
