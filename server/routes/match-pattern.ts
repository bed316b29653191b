import type { Params } from '../exchange'

interface Steps {
  readonly fixed: readonly string[]
  /** Any rest fits. */
  readonly open: boolean
}

/** Patterns are few and asked about at every request. */
const known = new Map<string, Steps>()

const stepsOf = (pattern: string): Steps => {
  const before = known.get(pattern)
  if (before) return before
  const steps = pattern.split('/').filter((step) => step !== '')
  const open = steps.at(-1) === '*'
  const found = { fixed: open ? steps.slice(0, -1) : steps, open }
  known.set(pattern, found)
  return found
}

/** `:slug` takes a whole segment, `:slug.md` one that ends so, without the end. Never an empty name. */
const named = (step: string, segment: string): readonly [string, string] | null => {
  const dot = step.indexOf('.')
  const [name, end] = dot < 0 ? [step.slice(1), ''] : [step.slice(1, dot), step.slice(dot)]
  const value = segment.slice(0, segment.length - end.length)
  return segment.endsWith(end) && value !== '' ? [name, value] : null
}

/** The named segments, or null when the pattern does not fit. */
export const matchPattern = (pattern: string, segments: readonly string[]): Params | null => {
  const { fixed, open } = stepsOf(pattern)
  if (open ? segments.length < fixed.length : segments.length !== fixed.length) return null
  const params: Record<string, string> = {}
  // By its index: every route before the right one is asked at every request.
  for (let i = 0; i < fixed.length; i += 1) {
    const [step = '', segment = ''] = [fixed[i], segments[i]]
    if (step.startsWith(':')) {
      const found = named(step, segment)
      if (!found) return null
      params[found[0]] = found[1]
    } else if (step !== segment) return null
  }
  return params
}
