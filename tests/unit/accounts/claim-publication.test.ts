import { beforeEach, describe, expect, test } from 'vitest'
import { claimPublication } from '../../../lib/accounts/claim-publication'
import { readSession } from '../../../lib/accounts/read-session'
import { setupOpen } from '../../../lib/accounts/setup-open'
import { setupToken } from '../../../lib/accounts/setup-token'
import { fail } from '../../../lib/kernel/result'
import { type MemoryPorts, memoryPorts, unlimited } from '../../support/memory/memory-ports'
import { HERE, PASSWORD, refusal, value } from '../../support/people'

let ports: MemoryPorts
let token: string

beforeEach(async () => {
  ports = memoryPorts()
  token = (await setupToken(ports)) ?? ''
})

const claim = (over: Partial<Parameters<typeof claimPublication>[1]> = {}, from: MemoryPorts = ports) =>
  claimPublication(
    from,
    {
      token,
      publicationName: 'The Tidal Post',
      name: 'Ada',
      email: 'ada@example.org',
      password: PASSWORD,
      ...over,
    },
    HERE,
  )

describe('claiming the publication', () => {
  test('makes the owner, names the publication and signs the owner in', async () => {
    const { sessionId, userId } = value(await claim())
    expect(await readSession(ports, sessionId)).toMatchObject({ userId, role: 'owner', name: 'Ada' })
    expect((await ports.settingsStore.read()).settings.name).toBe('The Tidal Post')
    expect(ports.tables.audit).toMatchObject([{ action: 'claim.publication', subject: `user:${userId}` }])
    expect(ports.tables.users.get(userId)?.passwordHash).not.toBe(PASSWORD)
  })

  test('is over once it is done: the token opens nothing, and is printed no more', async () => {
    value(await claim())
    expect(refusal(await claim()).code).toBe('not-found')
    expect(await setupToken(ports)).toBeNull()
    expect(await setupOpen(ports, token)).toBe(false)
  })

  test('answers a wrong token exactly as an installed publication', async () => {
    const wrong = [
      await claim({ token: '' }),
      await claim({ token: `${token}x` }),
      await claim({ token: token.slice(1) }),
    ]
    value(await claim())
    const late = await claim()
    for (const answer of wrong) expect(answer).toEqual(late)
  })

  test('makes one owner of fifty racing claims', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => claim({ name: `Owner ${n}`, email: `owner${n}@example.org` })),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code])))).toEqual(
      new Set(['not-found']),
    )
    expect(ports.tables.users.size).toBe(1)
    expect(ports.tables.sessions.size).toBe(1)
  })

  test('judges every field in one answer and changes nothing', async () => {
    const { code, fields } = refusal(
      await claim({ publicationName: ' ', name: '\u3164', email: 'ada', password: 'short' }),
    )
    expect(code).toBe('invalid')
    expect(Object.keys(fields ?? {}).sort()).toEqual(['email', 'name', 'password', 'publicationName'])
    expect(await setupToken(ports)).toBe(token)
  })

  test('counts tries with the right token only', async () => {
    const limited = fail('limited', 'Wait.', { retryAfter: 60 })
    const taken: string[] = []
    const tight = {
      ...ports,
      limits: {
        ...unlimited,
        take: async (name: string, key: string) => (taken.push(`${name} ${key}`), limited),
      },
    }
    expect(refusal(await claim({ token: 'wrong' }, tight)).code).toBe('not-found')
    expect(taken).toEqual([])
    expect(refusal(await claim({}, tight)).code).toBe('limited')
    expect(taken).toEqual(['setup.address 192.0.2.7'])
  })
})
