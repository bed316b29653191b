import { type Options, hash, verify } from '@node-rs/argon2'
import type { PasswordHasher } from '../accounts/password-hasher'

/** RFC 9106, second recommendation: argon2id (the library's default kind), 64 MiB, 3 passes, 1 lane. About 70 ms. */
const COST: Options = { memoryCost: 65_536, timeCost: 3, parallelism: 1 }
/** 64 MiB each: more at once would let a flood of sign-ins eat the memory of a small machine. */
const AT_ONCE = 2

/** Lets `limit` jobs run at a time; the others wait in order. */
const queue = (limit: number) => {
  const waiting: (() => void)[] = []
  let running = 0
  return async <T>(job: () => Promise<T>): Promise<T> => {
    // A finished job hands its place on, so that nobody can slip in between.
    if (running >= limit) await new Promise<void>((go) => waiting.push(go))
    else running += 1
    try {
      return await job()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}

/** argon2id; two at a time in this process, the others in turn. */
export const argon2Hasher = (): PasswordHasher => {
  const inTurn = queue(AT_ONCE)
  let decoy: Promise<string> | undefined
  /** A hash nobody knows the password of, so that an unknown account costs as much as a known one. */
  const decoyHash = (): Promise<string> => (decoy ??= inTurn(() => hash(crypto.randomUUID(), COST)))
  return {
    hash: (password) => inTurn(() => hash(password, COST)),
    verify: async (stored, password) => {
      const against = stored ?? (await decoyHash())
      const matches = await inTurn(() => verify(against, password))
      return matches && stored !== null
    },
  }
}
