import { beforeEach, describe, expect, it } from 'vitest'
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../../../lib/kernel/clock'
import { type Made, Press } from '../../../lib/press/press'
import { CONVERSATION, PIECES, SITE, type Tag, threadTag } from '../../../lib/press/tags'
import { PinnedClock } from '../../support/memory/pinned-clock'

interface Page {
  readonly text: string
  readonly size: number
}

let clock: PinnedClock
let scheduled: Instant | null
let asked: number
let troubles: string[]
let press: Press<Page>
const open = (budget = 1_000_000): Press<Page> =>
  new Press<Page>({
    budget,
    clock,
    nextChange: async () => {
      asked += 1
      return scheduled
    },
    onTrouble: (error) => troubles.push(String(error)),
  })
beforeEach(() => {
  clock = new PinnedClock()
  scheduled = null
  asked = 0
  troubles = []
  press = open()
})

const made = (text: string, depends: readonly Tag[] = [], more: Partial<Made<Page>> = {}): Made<Page> => ({
  ...{ value: { text, size: 1_000 }, depends, keep: true },
  ...more,
})

const ask = async (text: string, depends: readonly Tag[] = [], more: Partial<Made<Page>> = {}) => {
  const { result, how } = await press.page<never>('/', async () => made(text, depends, more))
  return `${how} ${result.value.text}`
}

const failing = async (): Promise<string> => {
  const { result, how } = await press.page<never>('/', async () => {
    throw new Error('The database is away.')
  })
  return `${how} ${result.value.text}`
}

/** A page that is ready when the test says so. */
const slow = (depends: readonly Tag[] = []) => {
  let finish = (_text: string): void => {}
  let begun = false
  const answer = press.page<never>('/', () => {
    begun = true
    return new Promise((resolve) => {
      finish = (text) => resolve(made(text, depends))
    })
  })
  return {
    begun: async () => {
      while (!begun) await new Promise(setImmediate)
    },
    finish: (text: string) => finish(text),
    answer: async () => {
      const { result, how } = await answer
      return `${how} ${result.value.text}`
    },
  }
}

describe('a page', () => {
  it('is made once and then found', async () => {
    expect(press.find('/')).toBeNull()
    expect(await ask('one')).toBe('miss one')
    expect(await ask('two')).toBe('hit one')
    expect(press.find('/')?.text).toBe('one')
  })

  it('is made once for everybody who asks while it is being made', async () => {
    const first = slow()
    await first.begun()
    const others = [ask('two'), ask('three')]
    first.finish('one')
    expect(await Promise.all([first.answer(), ...others])).toEqual(['miss one', 'miss one', 'miss one'])
  })

  it('that is not to be kept is not, and neither is what is no page', async () => {
    expect(await ask('one', [], { keep: false })).toBe('miss one')
    expect(await ask('two')).toBe('miss two')
    press.stale([SITE])
    const elsewhere = async (): Promise<'elsewhere'> => 'elsewhere'
    expect((await press.page('/', elsewhere)).result).toBe('elsewhere')
    expect(press.find('/')).toBeNull()
  })

  it('is made anew after a failure', async () => {
    await expect(failing()).rejects.toThrow('The database is away.')
    expect(await ask('one')).toBe('miss one')
  })

  it('is not kept for ever', async () => {
    await ask('one')
    clock.advance(10 * MINUTE - 1)
    expect(await ask('two')).toBe('hit one')
    clock.advance(1)
    expect(await ask('three')).toBe('miss three')
  })

  it('is never kept where nothing is to be kept', async () => {
    press = open(0)
    expect(await ask('one')).toBe('off one')
    expect(await ask('two')).toBe('off two')
    expect(press.size).toBe(0)
  })
})

describe('a change', () => {
  it('makes stale what carries its tag, and nothing else', async () => {
    await ask('one', [PIECES, threadTag('1')])
    press.stale([threadTag('2'), CONVERSATION])
    expect(await ask('two')).toBe('hit one')
    press.stale([threadTag('1')])
    expect(press.find('/')).toBeNull()
    expect(await ask('two', [])).toBe('miss two')
    press.stale([SITE])
    expect(await ask('three')).toBe('miss three')
  })

  it('is not followed by a page that was begun before it', async () => {
    const early = slow([threadTag('1')])
    await early.begun()
    press.stale([threadTag('1')])
    const late = ask('new', [threadTag('1')])
    expect(await late).toBe('miss new')
    early.finish('old')
    expect(await early.answer()).toBe('miss old')
    expect(press.find('/')?.text).toBe('new')
  })

  it('keeps a page from being kept that was begun before it', async () => {
    const early = slow([threadTag('1')])
    await early.begun()
    press.stale([threadTag('1')])
    early.finish('old')
    await early.answer()
    expect(press.find('/')).toBeNull()
  })

  it('of something else lets it be kept', async () => {
    const early = slow([threadTag('1')])
    await early.begun()
    press.stale([threadTag('2')])
    early.finish('one')
    await early.answer()
    expect(press.find('/')?.text).toBe('one')
  })

  it('of the whole site keeps everything from being kept', async () => {
    const early = slow()
    await early.begun()
    press.stale([SITE])
    early.finish('one')
    await early.answer()
    expect(press.find('/')).toBeNull()
  })
})

describe('the clock', () => {
  it('ends a page at the next scheduled moment', async () => {
    scheduled = clock.now() + MINUTE
    await ask('one')
    clock.advance(MINUTE - 1)
    expect(await ask('two')).toBe('hit one')
    clock.advance(1)
    scheduled = null
    expect(await ask('two')).toBe('miss two')
    expect(asked).toBe(2)
  })

  it('ends it so that not even trouble brings it back', async () => {
    await ask('one', [], { until: clock.now() + MINUTE })
    clock.advance(MINUTE)
    await expect(failing()).rejects.toThrow('The database is away.')
  })

  it('asks for the schedule once, and again when pieces have changed', async () => {
    await ask('one', [PIECES])
    press.stale([threadTag('1')])
    press.stale([PIECES])
    scheduled = clock.now() + SECOND
    await ask('two', [PIECES])
    expect(asked).toBe(2)
    clock.advance(SECOND)
    scheduled = clock.now() + DAY
    expect(await ask('three')).toBe('miss three')
    expect(asked).toBe(3)
  })

  it('ends at a moment that was scheduled since what was kept or begun before, and not earlier', async () => {
    await ask('one')
    press.foresee(clock.now() + MINUTE)
    clock.advance(MINUTE - 1)
    expect(await ask('two')).toBe('hit one')
    clock.advance(1)
    expect(press.find('/')).toBeNull()

    const early = slow()
    await early.begun()
    press.foresee(clock.now() + MINUTE)
    early.finish('three')
    await early.answer()
    expect(await ask('four')).toBe('hit three')
    clock.advance(MINUTE)
    expect(await ask('four')).toBe('miss four')
  })

  it('does not keep a page that was begun before a moment and finished after it', async () => {
    scheduled = clock.now() + SECOND
    const early = slow()
    await early.begun()
    clock.advance(SECOND)
    early.finish('old')
    await early.answer()
    expect(press.find('/')).toBeNull()
  })
})

describe('trouble', () => {
  it('leaves what there was, for a while', async () => {
    await ask('one')
    clock.advance(10 * MINUTE)
    expect(await failing()).toBe('old one')
    expect(troubles).toEqual(['Error: The database is away.'])
    clock.advance(10 * MINUTE - 1)
    expect(await failing()).toBe('old one')
    clock.advance(1)
    await expect(failing()).rejects.toThrow('The database is away.')
  })

  it('never brings back what a change has made stale', async () => {
    await ask('one', [threadTag('1')])
    press.stale([threadTag('1')])
    await expect(failing()).rejects.toThrow('The database is away.')
  })

  it('makes nobody wait long who could be shown an old page', async () => {
    await ask('one')
    clock.advance(10 * MINUTE)
    const first = slow()
    await first.begun()
    expect(await first.answer()).toBe('old one')
    clock.advance(SECOND)
    expect(await ask('two')).toBe('old one')
    first.finish('three')
    await new Promise(setImmediate)
    expect(await ask('four')).toBe('hit three')
  })

  it('between the instances makes every page be made anew, or be shown for a while', async () => {
    await ask('one')
    clock.advance(MINUTE)
    press.doubt('bus')
    expect(press.find('/')).toBeNull()
    expect(await failing()).toBe('old one')
    expect(await ask('two')).toBe('miss two')
    clock.advance(SECOND - 1)
    expect(await ask('three')).toBe('hit two')
    clock.advance(1)
    expect(await ask('three')).toBe('miss three')
    clock.advance(10 * MINUTE)
    await expect(failing()).rejects.toThrow('The database is away.')
  })

  it('ends for each reason', async () => {
    await ask('one')
    press.doubt('bus')
    press.doubt('outbox')
    clock.advance(SECOND)
    press.trust('bus')
    expect(press.find('/')).toBeNull()
    press.trust('outbox')
    expect(press.find('/')?.text).toBe('one')
  })

  it('that hid changes for good leaves nothing believed, not even what is being made', async () => {
    await ask('one')
    press.suspect()
    expect(press.find('/')).toBeNull()
    expect(await failing()).toBe('old one')
    expect(await ask('two')).toBe('miss two')
    clock.advance(HOUR)
    const other = slow()
    await other.begun()
    press.suspect()
    other.finish('three')
    await other.answer()
    expect(press.find('/')).toBeNull()
  })
})
