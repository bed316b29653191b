import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { DAY, MINUTE, SECOND } from '../kernel/clock'
import { LIMITS, type LimitName, type Limits } from '../kernel/limits'
import { type Result, fail, ok } from '../kernel/result'

/** Limits whose waiting time doubles each time they are hit within a day. */
const DOUBLING: ReadonlySet<LimitName> = new Set([
  'login.account',
  'confirm.account',
  'login.code',
  'confirm.code',
])
const NAMES = Object.keys(LIMITS) as LimitName[]

const inWords = (ms: number): string => {
  if (ms <= MINUTE) return 'in a minute'
  const minutes = Math.ceil(ms / MINUTE)
  return minutes < 90 ? `in ${minutes} minutes` : `in ${Math.ceil(minutes / 60)} hours`
}

const limited = (ms: number): Result<never> =>
  fail('limited', `That was too often. Please try again ${inWords(ms)}.`, {
    retryAfter: Math.max(1, Math.ceil(ms / SECOND)),
  })

const makeLimiter = (name: LimitName): RateLimiterMemory =>
  new RateLimiterMemory({ keyPrefix: name, points: LIMITS[name].points, duration: LIMITS[name].per / SECOND })

/** Counts in this process's memory: right for one process, which is what one SQLite file has. */
export const memoryLimits = (): Limits => {
  const limiters = new Map(NAMES.map((name) => [name, makeLimiter(name)]))
  const strikes = new RateLimiterMemory({ keyPrefix: 'strikes', points: 1, duration: DAY / SECOND })
  const limiterOf = (name: LimitName): RateLimiterMemory => limiters.get(name) ?? makeLimiter(name)
  const strikeKey = (name: LimitName, key: string): string => `${name} ${key}`

  /** The first refusal of a doubling limit sets how long this one lasts; later ones only wait for its end. */
  const refuse = async (name: LimitName, key: string, hit: RateLimiterRes): Promise<Result<never>> => {
    const { points, per } = LIMITS[name]
    if (!DOUBLING.has(name) || hit.consumedPoints !== points + 1) return limited(hit.msBeforeNext)
    const struck = await strikes.penalty(strikeKey(name, key))
    const wait = Math.min(per * 2 ** (struck.consumedPoints - 1), DAY / 2)
    await limiterOf(name).block(key, wait / SECOND)
    return limited(wait)
  }

  return {
    take: async (name, key) => {
      try {
        await limiterOf(name).consume(key)
        return ok(undefined)
      } catch (hit) {
        if (hit instanceof RateLimiterRes) return refuse(name, key, hit)
        throw hit
      }
    },
    check: async (name, key) => {
      const now = await limiterOf(name).get(key)
      return now && now.consumedPoints >= LIMITS[name].points && now.msBeforeNext > 0
        ? limited(now.msBeforeNext)
        : ok(undefined)
    },
    giveBack: async (name, key) => {
      await limiterOf(name).reward(key)
    },
    forget: async (name, key) => {
      await Promise.all([limiterOf(name).delete(key), strikes.delete(strikeKey(name, key))])
    },
  }
}
