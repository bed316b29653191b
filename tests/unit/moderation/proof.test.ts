// @vitest-environment node
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { describe, expect, it } from 'vitest'
import { altchaProof } from '../../../lib/adapters/altcha-proof'
import { keyedSecrets } from '../../../lib/adapters/keyed-secrets'
import { memoryLimits } from '../../../lib/adapters/memory-limits'
import { askForProof } from '../../../lib/comments/ask-for-proof'
import { ANONYMOUS } from '../../../lib/kernel/actor'
import { HOUR, MINUTE } from '../../../lib/kernel/clock'
import { LIMITS } from '../../../lib/kernel/limits'
import { aClient } from '../../support/builders/a-client'
import { conversation, person, post, publicPiece } from '../../support/conversation'
import { memoryPorts } from '../../support/memory/memory-ports'

type Task = Parameters<typeof solveChallenge>[0]['challenge']
const print = (answer: unknown): string => Buffer.from(JSON.stringify(answer)).toString('base64')

describe('a task of ALTCHA', () => {
  const secrets = (byte: number) => keyedSecrets(Buffer.alloc(32, byte))
  const at = Date.now()
  const until = at + 20 * MINUTE
  const solve = async (byte = 1) => {
    const challenge = (await altchaProof(secrets(byte)).task(until)) as Task
    const solution = await solveChallenge({ challenge, deriveKey })
    if (!solution) throw new Error('The task was not solved.')
    return { challenge, solution }
  }

  it('is solved by whoever does the work, and named by its nonce', async () => {
    const answer = await solve()
    expect(await altchaProof(secrets(1)).solved(print(answer), at)).toBe(answer.challenge.parameters.nonce)
  })

  it('is not solved by an answer that is forged, made easier, too late, or no answer', async () => {
    const { challenge, solution } = await solve()
    const solved = (answer: unknown, when = at) => altchaProof(secrets(1)).solved(print(answer), when)
    const { parameters } = challenge
    expect(await solved({ challenge, solution: { ...solution, counter: solution.counter + 1 } })).toBeNull()
    expect(await solved({ challenge, solution: { ...solution, derivedKey: '00'.repeat(32) } })).toBeNull()
    expect(await solved({ challenge: { ...challenge, signature: 'a'.repeat(64) }, solution })).toBeNull()
    const later = { ...challenge, parameters: { ...parameters, expiresAt: 9_999_999_999 } }
    expect(await solved({ challenge: later, solution })).toBeNull()
    const harder = { ...challenge, parameters: { ...parameters, cost: 2 ** 31 } }
    expect(await solved({ challenge: harder, solution })).toBeNull()
    expect(await solved({ challenge, solution }, until + MINUTE)).toBeNull()
    expect(await solved(await solve(2))).toBeNull()
    for (const nothing of ['', 'e30=', '%%%', print(null), print([])])
      expect(await altchaProof(secrets(1)).solved(nothing, at)).toBeNull()
  })
})

describe('a proof of work', () => {
  const stage = async (posts: number) => {
    const ports = { ...memoryPorts(), limits: memoryLimits() }
    const deps = conversation(ports)
    const { slug } = await publicPiece(deps, await person(deps, 'moderator', 'Mo'))
    const other = await publicPiece(deps, await person(deps, 'moderator', 'Mia'))
    for (let n = 0; n < posts; n += 1) await post(deps, { slug: other.slug }, ANONYMOUS, 100 + n)
    const task = async () => {
      const asked = await askForProof(deps, aClient())
      return asked.ok ? `task-${deps.clock.now() + 20 * MINUTE}` : null
    }
    let household = 0
    const arrive = async (altcha?: string) => {
      household += 1
      const { commentId } = await post(
        deps,
        { slug, ...(altcha === undefined ? {} : { altcha }) },
        ANONYMOUS,
        household,
      )
      const comment = deps.tables.comments.get(commentId)
      const opinions = deps.tables.opinions.get(comment?.latestRevisionId ?? '') ?? []
      return {
        by: (comment?.queueOrder ?? 0) - (comment?.createdAt ?? 0),
        proof: opinions.find(({ check }) => check === 'proof')?.reason ?? null,
      }
    }
    return { task, arrive }
  }
  const BUSY = LIMITS['site.calm'].points

  it('is asked of nobody in calm times, and looked at in none of them', async () => {
    const { task, arrive } = await stage(0)
    expect(await task()).toBeNull()
    const plain = await arrive()
    expect(await arrive('nonsense')).toEqual(plain)
    expect(plain.proof).toBeNull()
  })

  it('lets a comment be read sooner in busy ones; none says nothing, a wrong or worn one is told of', async () => {
    const { task, arrive } = await stage(BUSY)
    const solved = await task()
    expect(solved).not.toBeNull()
    const plain = await arrive()
    expect(plain.proof).toBeNull()
    const proven = await arrive(solved ?? '')
    expect(proven).toEqual({ by: plain.by - HOUR, proof: null })
    const wrong = await arrive('task-1')
    expect(wrong.proof).toContain('wrong or too old')
    expect(wrong.by).toBe(plain.by + HOUR)
    for (let n = 1; n < LIMITS['proof.use'].points; n += 1)
      expect((await arrive(solved ?? '')).proof).toBeNull()
    expect((await arrive(solved ?? '')).proof).toContain('used already')
  })
})
