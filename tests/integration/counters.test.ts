import { afterEach, describe, expect, it } from 'vitest'
import { counterStorm } from '../support/counter-storm'
import { POSTGRES_URL, type TestPlace, testPlace } from '../support/database'

const PROVIDERS = POSTGRES_URL ? (['sqlite', 'postgresql'] as const) : (['sqlite'] as const)

let place: TestPlace
afterEach(() => place.remove())

describe.each(PROVIDERS)('on %s', (provider) => {
  it('every stored number is what counting gives after eight clients at once and kills in between', async () => {
    place = await testPlace(provider)
    const storm = await counterStorm({ url: place.url, operations: 480, clients: 8, kills: 4 })
    expect(storm.wrong).toEqual([])
    expect(storm.kills).toBe(4)
    expect([...storm.tally.values()].reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(480)
    // It would be easy to be right about nothing.
    for (const what of ['post', 'reply', 'approve', 'reject', 'undo', 'withdraw', 'recommend', 'take back']) {
      expect(storm.tally.get(`${what} done`), what).toBeGreaterThan(0)
    }
    for (const what of ['visible', 'stubs', 'hidden', 'recommends'] as const) {
      expect(storm[what], what).toBeGreaterThan(0)
    }
  })
})
