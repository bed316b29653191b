import { describe, expect, test } from 'vitest'
import { ANONYMOUS } from '../../../lib/kernel/actor'
import { HOUR } from '../../../lib/kernel/clock'
import { wallTimeAt } from '../../../lib/kernel/wall-time'
import { refusal, value } from '../../support/people'
import { studio } from './studio'

const ZONE = 'Europe/Vienna'
const shown = (at: number): string => {
  const { date, time } = wallTimeAt(at, ZONE)
  return `${date}T${time}`
}

const piece = async () => {
  const house = await studio()
  const articleId = await house.publicPiece('Ropes')
  const { version } = await house.open(articleId)
  const input = {
    ...{ articleId, version, zone: ZONE, bylines: [house.editor.userId, '', house.writer.userId] },
    ...{
      assignedTo: house.editor.userId,
      commentMode: 'closed' as const,
      closesAt: '',
      unpublishAt: '',
      pinnedUntil: '',
    },
  } as const
  const change = (
    given: Partial<Parameters<typeof house.stet.articles.changeDetails>[1]>,
    by = house.editor,
  ) => house.stet.articles.changeDetails(by, { ...input, ...given })
  return { ...house, articleId, version, input, change }
}

describe('the details of a piece', () => {
  test('name people in their order, and rule its thread', async () => {
    const { change, read, editor, writer, articleId, open } = await piece()
    value(await change({}))
    expect((await read('ropes'))?.bylines.map(({ name }) => name)).toEqual([editor.name, writer.name])
    expect((await read('ropes'))?.commentsOpen).toBe(false)
    expect((await open(articleId)).assignedToId).toBe(editor.userId)
  })

  test('ask which of two hours is meant where the clocks show one twice, and not again for what is stored', async () => {
    const { change, ports, articleId, open } = await piece()
    const twice = '2027-10-31T02:30'
    const asked = refusal(await change({ unpublishAt: twice }))
    expect(Object.keys(asked.fields ?? {}).sort()).toEqual(['unpublishAt', 'which'])
    value(await change({ unpublishAt: twice, which: 'second' }))
    const stored = () => ports.tables.articles.get(articleId)?.unpublishAt
    expect(stored()).toBe(Date.parse('2027-10-31T01:30:00Z'))
    value(await change({ unpublishAt: twice, version: (await open(articleId)).version }))
    expect(stored()).toBe(Date.parse('2027-10-31T01:30:00Z'))
    const first = { closesAt: twice, which: 'first' } as const
    value(await change({ ...first, version: (await open(articleId)).version }))
    expect(ports.tables.articles.get(articleId)?.commentsCloseAt).toBe(Date.parse('2027-10-31T00:30:00Z'))
    // The hour that is skipped in spring is no hour at all.
    const gap = { unpublishAt: '2027-03-28T02:30', version: (await open(articleId)).version }
    expect(refusal(await change(gap)).fields).toHaveProperty('unpublishAt')
  })

  test('take a piece down and off the top by themselves, and tell others at that moment', async () => {
    const { change, read, meaning, ports, stet } = await piece()
    const due = Math.ceil((ports.clock.now() + HOUR) / 60_000) * 60_000
    const other = await stet.articles.front()
    expect(other.pieces).toHaveLength(1)
    value(await change({ unpublishAt: shown(due + HOUR), pinnedUntil: shown(due) }))
    expect(await ports.articleReader.nextChange(ports.clock.now())).toBe(due)
    ports.clock.set(due + HOUR)
    expect(await read('ropes')).toBeNull()
    expect((await meaning('ropes')).kind).toBe('gone')
    const told = await ports.outboxStore.lease(due + HOUR, 50, 1_000)
    expect(told.filter(({ key }) => key.includes(':at:'))).toHaveLength(2)
  })

  test('a pinned piece stands first until its moment', async () => {
    const { change, stet, ports, publicPiece } = await piece()
    await publicPiece('Newer ropes')
    const first = async () => (await stet.articles.front()).pieces.map(({ slug }) => slug)
    expect(await first()).toEqual(['newer-ropes', 'ropes'])
    const due = Math.ceil((ports.clock.now() + HOUR) / 60_000) * 60_000
    value(await change({ pinnedUntil: shown(due) }))
    expect(await first()).toEqual(['ropes', 'newer-ropes'])
    ports.clock.set(due)
    expect(await first()).toEqual(['newer-ropes', 'ropes'])
  })

  test('refuse what no clock shows, who does not work here, and who may not', async () => {
    const { change, writer, owner, version, input, stet } = await piece()
    expect(refusal(await change({ unpublishAt: '2027-03-28T02:30' })).fields).toHaveProperty('unpublishAt')
    expect(refusal(await change({ pinnedUntil: '2027-10-31T02:30' })).fields).toHaveProperty('pinnedUntil')
    expect(refusal(await change({ unpublishAt: '2001-01-01T10:00' })).fields).toHaveProperty('unpublishAt')
    expect(refusal(await change({ zone: 'Mars' })).fields).toHaveProperty('zone')
    expect(refusal(await change({ bylines: ['0'.repeat(26)] })).code).toBe('conflict')
    expect(refusal(await change({ version: version - 1 })).code).toBe('conflict')
    expect(refusal(await change({}, writer)).code).toBe('forbidden')
    expect(refusal(await stet.articles.changeDetails(ANONYMOUS, input)).code).toBe('unauthenticated')
    value(await change({}, owner))
  })
})
