import type { Instant } from '../kernel/clock'
import type { Effect, QueuedEffect } from '../kernel/effect'

/** `ahead`: the moments of what is due later, which is nobody's news yet. */
type Listener = (effects: readonly Effect[], ahead: readonly Instant[]) => void

/** What this process has just stored, for those who must know before its writer is answered. */
export interface StoredEffects {
  /** The same stores: whoever writes through them is answered once the listeners have been told. */
  over<S extends object>(stores: S): S
  /** Listeners neither wait nor throw. Returns how to stop listening. */
  subscribe(listener: Listener): () => void
}

const NONE: readonly QueuedEffect[] = []

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const mayHaveEffects = (argument: unknown): boolean =>
  isObject(argument) && (Array.isArray(argument) ? argument.some(isObject) : 'effects' in argument)

/** Ports take whole changes (decision 2): whatever effects one has stand in an argument of the call. */
const effectsIn = (given: readonly unknown[]): readonly QueuedEffect[] => {
  // Most calls are reads, of a few strings or lists of strings each.
  if (!given.some(mayHaveEffects)) return NONE
  // A store that makes many changes at once takes a list of them.
  return given.flat().flatMap((argument) => {
    const effects = isObject(argument) && 'effects' in argument && argument.effects
    return Array.isArray(effects) ? (effects as readonly QueuedEffect[]) : []
  })
}

/**
 * Tells of effects the moment they are stored, in this process alone. It is no delivery: the outbox tells everybody,
 * this process included, and goes on where a process ends in between. What was not stored after all (somebody was
 * faster) may be told as well; so may what nobody can be sure of, because the answer of the database was lost.
 */
export const storedEffects = (): StoredEffects => {
  const listeners = new Set<Listener>()
  const tell = (queued: readonly QueuedEffect[]): void => {
    const effects = queued.flatMap(({ effect, at }) => (at === undefined ? [effect] : []))
    const ahead = queued.flatMap(({ at }) => at ?? [])
    for (const listener of listeners) listener(effects, ahead)
  }

  const overStore = <S extends object>(store: S): S => {
    // Each method is wrapped once, by itself and not by its name: another one may stand in for it.
    const wrapped = new WeakMap<object, unknown>()
    return new Proxy(store, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name, target)
        if (typeof member !== 'function') return member
        const known = wrapped.get(member)
        if (known !== undefined) return known
        const telling = (...given: unknown[]): unknown => {
          const effects = effectsIn(given)
          const answer: unknown = member.apply(target, given)
          return effects.length > 0 && answer instanceof Promise
            ? answer.finally(() => tell(effects))
            : answer
        }
        wrapped.set(member, telling)
        return telling
      },
    })
  }

  return {
    over: <S extends object>(stores: S): S =>
      Object.fromEntries(
        Object.entries(stores).map(([name, store]: [string, unknown]) => [
          name,
          typeof store === 'object' && store !== null ? overStore(store) : store,
        ]),
      ) as S,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
