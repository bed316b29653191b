import { type Clock, DAY } from '../kernel/clock'

/** Measures once a day (UTC) and process, and answers the same all day. A failure is not kept. */
export const onceADay = <T>(clock: Clock, measure: () => Promise<T>): (() => Promise<T>) => {
  let kept: { readonly day: number; readonly answer: Promise<T> } | null = null
  return () => {
    const day = Math.floor(clock.now() / DAY)
    if (kept?.day === day) return kept.answer
    const answer = measure()
    const fresh = { day, answer }
    kept = fresh
    answer.catch(() => {
      if (kept === fresh) kept = null
    })
    return answer
  }
}
