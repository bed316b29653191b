import { describe, expect, it, test } from 'vitest'
import { printNotes, readNotes } from '../../../lib/articles/notes'
import { DAY } from '../../../lib/kernel/clock'
import { refusal, value } from '../../support/people'
import { studio } from './studio'

const NOW = Date.UTC(2026, 1, 12, 23)

describe('what is typed into the field', () => {
  test.each([
    ['Correction: 40 m, not 60.', ['2026-02-12', 'correction', '40 m, not 60.']],
    ['correction :40 m', ['2026-02-12', 'correction', '40 m']],
    ['The bridge is open.', ['2026-02-12', 'update', 'The bridge is open.']],
    ['2025-12-01 Update: Open.', ['2025-12-01', 'update', 'Open.']],
    ['2025-12-01 Closed again.', ['2025-12-01', 'update', 'Closed again.']],
    ['2025: a year', ['2026-02-12', 'update', '2025: a year']],
    ['تصحيح الخبر', ['2026-02-12', 'update', 'تصحيح الخبر']],
  ])('%j is dated and told apart', (typed, [on, kind, text]) => {
    const { notes, problem } = readNotes(typed, NOW)
    expect({ notes, problem }).toEqual({ notes: [{ on, kind, text }], problem: null })
    // What the form then holds says the same, on any later day.
    expect(readNotes(printNotes(notes), NOW + 400 * DAY).notes).toEqual(notes)
  })

  it('is one note a line, whatever ends the line', () => {
    expect(readNotes('a\r\n\r\n \nb\rc\u0000', NOW).notes.map(({ text }) => text)).toEqual(['a', 'b', 'c'])
  })

  test.each([
    ['2026-02-30 Update: x', '2026-02-30 is no day'],
    ['2026-13-01 x', '2026-13-01 is no day'],
    ['Correction:', 'says nothing'],
    ['x'.repeat(501), 'to 500 characters'],
    [Array.from({ length: 21 }, (_, n) => `note ${n}`).join('\n'), 'These are 21 notes'],
  ])('%j is refused in plain words', (typed, words) => {
    expect(readNotes(typed, NOW).problem).toContain(words)
  })
})

describe('the notes of a piece', () => {
  it('are seen when the piece is published, newest first, and stay on their day', async () => {
    const { ports, start, save, publish, open, read } = await studio()
    const articleId = await start()
    value(await save(articleId, { title: 'Ropes', text: 'Hemp.', notes: 'Correction: Flax.' }))
    const day = new Date(ports.clock.now()).toISOString().slice(0, 10)
    expect((await open(articleId)).notes).toBe(`${day} Correction: Flax.`)
    value(await publish(articleId))
    ports.clock.advance(2 * DAY)
    const { notes } = await open(articleId)
    value(await save(articleId, { notes: `${notes}\nOpen.` }))
    expect((await read('ropes'))?.notes).toHaveLength(1)
    value(await publish(articleId))
    expect((await read('ropes'))?.notes.map(({ kind, text }) => [kind, text])).toEqual([
      ['update', 'Open.'],
      ['correction', 'Flax.'],
    ])
  })

  it('are not saved when they are wrong, and stay when a form says nothing of them', async () => {
    const { start, save, open } = await studio()
    const articleId = await start()
    value(await save(articleId, { title: 'Ropes', notes: 'Open.' }))
    value(await save(articleId, { title: 'Ropes and knots' }))
    expect((await open(articleId)).notes).toContain('Update: Open.')
    expect(Object.keys(refusal(await save(articleId, { notes: 'Update: ' })).fields ?? {})).toEqual(['notes'])
  })
})
