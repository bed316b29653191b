import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Journal, JournalEntry } from '../../../components/studio/saver/journal'
import { type SaveOutcome, type SaverState, makeSaver } from '../../../components/studio/saver/saver'

/** A clock whose timers fire when it is moved past them. */
const simulated = () => {
  let at = 0
  let timers: { readonly due: number; readonly work: () => void }[] = []
  const settled = async () => {
    for (let turn = 0; turn < 8; turn += 1) await Promise.resolve()
  }
  return {
    now: () => at,
    after: (milliseconds: number, work: () => void) => {
      const timer = { due: at + milliseconds, work }
      timers.push(timer)
      return () => void (timers = timers.filter((one) => one !== timer))
    },
    pass: async (milliseconds: number) => {
      const end = at + milliseconds
      for (;;) {
        const next = timers.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0]
        if (!next) break
        at = Math.max(at, next.due)
        timers = timers.filter((one) => one !== next)
        next.work()
        await settled()
      }
      at = end
      await settled()
    },
  }
}

const device = (): Journal & { readonly entries: Map<string, JournalEntry> } => {
  const entries = new Map<string, JournalEntry>()
  return {
    entries,
    put: async (entry) => void entries.set(`${entry.subject} ${entry.holder}`, entry),
    forget: async (subject, holder) => void entries.delete(`${subject} ${holder}`),
    read: async (subject) => [...entries.values()].filter((entry) => entry.subject === subject),
  }
}

const house = () => {
  const clock = simulated()
  const journal = device()
  const server = {
    text: '',
    version: 1,
    answers: 'well' as 'well' | 'not' | 'refuses' | 'lost',
    saves: 0,
    conflicts: 0,
  }
  const states: SaverState[] = []
  const send = async (
    { text = '' }: Readonly<Record<string, string>>,
    version: number,
  ): Promise<SaveOutcome> => {
    if (server.answers === 'not') throw new Error('offline')
    if (server.answers === 'refuses') return { kind: 'refused', again: false }
    // The same text again is stored already; another one over an older version is somebody else's.
    if (server.text !== text && version !== server.version) server.conflicts += 1
    if (server.text !== text) server.version += 1
    server.text = text
    server.saves += 1
    // Stored, and the answer lost on its way.
    if (server.answers === 'lost') return { kind: 'unreachable' }
    return { kind: 'saved', version: server.version }
  }
  const open = () => {
    const start = { values: { text: server.text }, version: server.version }
    const deps = {
      ...clock,
      subject: 'p',
      holder: 'h',
      journal,
      send,
      onState: (s: SaverState) => states.push(s),
    }
    return makeSaver(deps, start)
  }
  return { clock, journal, server, states, open }
}

describe('the saver', () => {
  test('saves within two seconds of the first key, however long somebody goes on', async () => {
    const { clock, server, open, journal, states } = house()
    const saver = open()
    for (let n = 1; n <= 20; n += 1) {
      saver.changed({ text: 'x'.repeat(n) })
      await clock.pass(200)
    }
    expect(server.saves).toBeGreaterThanOrEqual(2)
    await clock.pass(2_000)
    expect(server.text).toBe('x'.repeat(20))
    expect(journal.entries.size).toBe(0)
    expect(states.at(-1)).toBe('saved')
  })

  test('keeps it on the device while nobody answers, and saves it when somebody does', async () => {
    const { clock, server, open, journal, states } = house()
    const saver = open()
    server.answers = 'not'
    saver.changed({ text: 'on the train' })
    await clock.pass(10_000)
    expect(states.at(-1)).toBe('unreachable')
    expect([...journal.entries.values()]).toMatchObject([{ values: { text: 'on the train' }, version: 1 }])
    server.answers = 'well'
    saver.retry()
    await clock.pass(10)
    expect([server.text, journal.entries.size]).toEqual(['on the train', 0])
  })

  test('stops when it is refused, until somebody has looked; the device keeps the text', async () => {
    const { clock, server, open, journal, states } = house()
    const saver = open()
    server.answers = 'refuses'
    saver.changed({ text: 'mine' })
    await clock.pass(5_000)
    saver.changed({ text: 'mine, longer' })
    await clock.pass(5_000)
    expect(states.at(-1)).toBe('refused')
    expect([...journal.entries.values()]).toMatchObject([{ values: { text: 'mine, longer' } }])
    server.answers = 'well'
    saver.resume(7)
    await clock.pass(2_000)
    expect(server.text).toBe('mine, longer')
  })

  test('flushes at once, and what was saved by another way is not saved again', async () => {
    const { clock, server, open } = house()
    const saver = open()
    saver.changed({ text: 'a' })
    await saver.flush()
    expect(server.text).toBe('a')
    saver.changed({ text: 'b' })
    saver.confirmed({ text: 'b' }, 9)
    await clock.pass(5_000)
    expect(server.saves).toBe(1)
  })

  test('has nothing planned after a save by another way: the next key has its whole time', async () => {
    const { clock, server, open } = house()
    const saver = open()
    saver.changed({ text: 'a' })
    saver.confirmed({ text: 'a' }, 9)
    saver.resume(9)
    await clock.pass(1_400)
    saver.changed({ text: 'b' })
    await clock.pass(1_400)
    expect(server.saves).toBe(0)
    await clock.pass(200)
    expect(server.text).toBe('b')
  })

  test('sends a save that nobody answered again as it was, so that it never meets itself', async () => {
    const { clock, server, open, journal } = house()
    const saver = open()
    server.answers = 'lost'
    saver.changed({ text: 'one' })
    await clock.pass(1_600)
    saver.changed({ text: 'two' })
    await clock.pass(500)
    expect([...journal.entries.values()]).toMatchObject([{ values: { text: 'two' }, sent: { text: 'one' } }])
    server.answers = 'well'
    saver.retry()
    await clock.pass(10)
    expect([server.text, server.version, server.conflicts]).toEqual(['two', 3, 0])
    // Somebody saves by hand, and the last answer was lost: it is asked about first.
    server.answers = 'lost'
    saver.changed({ text: 'three' })
    await clock.pass(1_600)
    server.answers = 'well'
    expect(await saver.quiet()).toBe(4)
  })

  const step = fc.oneof(
    fc.record({ do: fc.constant('type' as const), ms: fc.integer({ min: 0, max: 3_000 }) }),
    fc.record({
      do: fc.constantFrom('well' as const, 'not' as const, 'lost' as const),
      ms: fc.integer({ min: 0, max: 3_000 }),
    }),
    fc.record({ do: fc.constant('kill' as const), ms: fc.integer({ min: 0, max: 3_000 }) }),
  )

  test('loses nothing older than two seconds, whichever side is killed, and whenever', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { clock, server, open, journal } = house()
        let saver = open()
        let text = ''
        let typed: { readonly text: string; readonly at: number }[] = [{ text: '', at: 0 }]
        for (const next of steps) {
          if (next.do === 'type') {
            text += 'x'
            typed.push({ text, at: clock.now() })
            saver.changed({ text })
          } else if (next.do === 'kill') {
            // The page is gone with everything in it; what it left is on the device and on the server.
            saver.stop()
            const [kept] = await journal.read('p')
            const found = [kept?.values.text ?? '', server.text].sort((a, b) => b.length - a.length)[0] ?? ''
            const safe = typed.filter(({ at }) => clock.now() - at >= 2_000).at(-1)?.text ?? ''
            expect(found.length).toBeGreaterThanOrEqual(safe.length)
            // Opened again, the page goes on with what was found.
            text = found
            saver = open()
            saver.changed({ text })
            // What was younger is lost for good; what was found is safe already, and stays so.
            typed = [{ text, at: Number.NEGATIVE_INFINITY }]
          } else server.answers = next.do
          await clock.pass(next.ms)
        }
        server.answers = 'well'
        saver.retry()
        await clock.pass(60_000)
        expect(server.text).toBe(text)
        expect([journal.entries.size, server.conflicts]).toEqual([0, 0])
      }),
      { numRuns: 300 },
    )
  })
})
