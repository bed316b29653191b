import { describe, expect, test } from 'vitest'
import { ANONYMOUS } from '../../../lib/kernel/actor'
import { DAY, HOUR } from '../../../lib/kernel/clock'
import { changeSettings } from '../../../lib/settings/change-settings'
import { refusal, value } from '../../support/people'
import { studio } from './studio'

const MANY = { assignedTo: '' } as const

describe('several pieces at once', () => {
  test('are moved one by one; what changed meanwhile stays as it is', async () => {
    const { stet, editor, start, open, save, log } = await studio()
    const [one, two, three] = [await start(), await start(), await start()]
    const picks = await Promise.all(
      [one, two, three].map(async (articleId) => ({ articleId, version: (await open(articleId)).version })),
    )
    value(await save(two, { title: 'Changed meanwhile' }))
    const trashed = await stet.articles.changeMany(editor, { ...MANY, move: 'trash', picks })
    expect(value(trashed)).toEqual({ done: 2, left: 1 })
    expect([(await open(one)).status, (await open(two)).status]).toEqual(['trashed', 'draft'])
    expect(log().filter((action) => action === 'trash.article')).toHaveLength(2)
  })

  test('keep to what each person may do, and to states that have such a move', async () => {
    const { stet, writer, editor, publicPiece, start, open } = await studio()
    const [mine, live] = [await start(), await publicPiece()]
    const picks = await Promise.all(
      [mine, live].map(async (articleId) => ({ articleId, version: (await open(articleId)).version })),
    )
    expect(value(await stet.articles.changeMany(writer, { ...MANY, move: 'trash', picks }))).toEqual({
      ...{ done: 1, left: 1 },
    })
    expect(value(await stet.articles.changeMany(editor, { ...MANY, move: 'return', picks })).done).toBe(0)
    const none = { ...MANY, move: 'trash' as const, picks: [] }
    expect(refusal(await stet.articles.changeMany(writer, none)).code).toBe('invalid')
    expect(refusal(await stet.articles.changeMany(ANONYMOUS, none)).code).toBe('unauthenticated')
  })

  test('are given to an editor to look after, and to nobody who does not work here', async () => {
    const { stet, editor, writer, start, open } = await studio()
    const articleId = await start()
    const picks = [{ articleId, version: (await open(articleId)).version }]
    const assign = { move: 'assign', picks, assignedTo: editor.userId } as const
    expect(value(await stet.articles.changeMany(writer, assign)).done).toBe(0)
    expect(value(await stet.articles.changeMany(editor, assign)).done).toBe(1)
    expect((await open(articleId)).assignedToId).toBe(editor.userId)
    const again = [{ articleId, version: (await open(articleId)).version }]
    const nobody = { move: 'assign', picks: again, assignedTo: articleId } as const
    expect(value(await stet.articles.changeMany(editor, nobody)).left).toBe(1)
    expect(await stet.articles.editors(writer)).toEqual([])
    expect((await stet.articles.editors(editor)).map(({ id }) => id)).toContain(editor.userId)
  })
})

describe('the calendar', () => {
  test('shows a month in whole weeks by the clocks of the publication', async () => {
    const { stet, ports, owner, editor, publicPiece, open } = await studio()
    const { version } = await stet.settings.read()
    value(await changeSettings(ports, owner, { version, settings: { timeZone: 'Pacific/Auckland' } }))
    const articleId = await publicPiece('Ropes')
    const piece = await open(articleId)
    const at = Date.parse(piece.publishedAt ?? '')
    const here = new Date(at + 13 * HOUR).toISOString()
    const { weeks, zone, month } = value(await stet.articles.calendar(editor, {}))
    expect([zone, month.length]).toEqual(['Pacific/Auckland', 7])
    expect(weeks.every((week) => week.length === 7)).toBe(true)
    expect(new Date(`${weeks[0]?.[0]?.date}T00:00:00Z`).getUTCDay()).toBe(1)
    const shown = value(await stet.articles.calendar(editor, { month: here.slice(0, 7) }))
      .weeks.flat()
      .flatMap(({ date, entries }) =>
        entries.map(({ kind, title, time }) => [date, kind, title, time.slice(3)]),
      )
    expect(shown).toEqual([[expect.any(String), 'published', 'Ropes', here.slice(14, 16)]])
    expect(Math.abs(Date.parse(`${shown[0]?.[0]}T00:00:00Z`) - at)).toBeLessThan(2 * DAY)
  })

  test('is of this month, where the address names none', async () => {
    const { stet, editor } = await studio()
    const now = value(await stet.articles.calendar(editor, {})).month
    for (const month of ['', '2026-13', '0000-01', '2026-11-28', '9'.repeat(400), '../x'])
      expect(value(await stet.articles.calendar(editor, { month })).month).toBe(now)
  })

  test('goes over the ends of years, and holds every day of a month once', async () => {
    const { stet, editor } = await studio()
    for (const month of ['2027-01', '2026-12', '2027-02', '2028-02', '2026-03']) {
      const { weeks, earlier, later } = value(await stet.articles.calendar(editor, { month }))
      const days = weeks.flat().filter(({ isInMonth }) => isInMonth)
      const [year = 0, number = 0] = month.split('-').map(Number)
      expect(days).toHaveLength(new Date(Date.UTC(year, number, 0)).getUTCDate())
      expect(earlier < month && month < later).toBe(true)
    }
  })

  test('shows a writer their own pieces alone, and a stranger nothing', async () => {
    const { stet, writer, publicPiece, start, save, publish, editor, open } = await studio()
    await publicPiece('Hers')
    const other = await start(editor)
    value(await save(other, { title: 'Not hers', text: 'x' }, editor))
    value(await publish(other))
    const month = (await open(other)).publishedAt?.slice(0, 7) ?? ''
    const titles = value(await stet.articles.calendar(writer, { month }))
      .weeks.flat()
      .flatMap(({ entries }) => entries.map(({ title }) => title))
    expect(titles).toEqual(['Hers'])
    expect(refusal(await stet.articles.calendar(ANONYMOUS, {})).code).toBe('unauthenticated')
  })
})
