import { describe, expect, test } from 'vitest'
import { ANONYMOUS } from '../../../lib/kernel/actor'
import { DAY, HOUR } from '../../../lib/kernel/clock'
import { isZone, momentsOf, readWallTime, wallTimeAt } from '../../../lib/kernel/wall-time'
import { refusal, value } from '../../support/people'
import { studio } from './studio'

const iso = (at: number): string => new Date(at).toISOString()
const moments = (date: string, time: string, zone: string) => {
  const wall = readWallTime(date, time)
  return wall ? momentsOf(wall, zone).map(iso) : null
}

describe('a time on the wall', () => {
  test.each([
    ['2027-01-15', '09:00', 'Europe/Vienna', ['2027-01-15T08:00:00.000Z']],
    ['2027-07-15', '09:00', 'Europe/Vienna', ['2027-07-15T07:00:00.000Z']],
    ['2027-03-28', '01:59', 'Europe/Vienna', ['2027-03-28T00:59:00.000Z']],
    ['2027-03-28', '02:00', 'Europe/Vienna', []],
    ['2027-03-28', '02:59', 'Europe/Vienna', []],
    ['2027-03-28', '03:00', 'Europe/Vienna', ['2027-03-28T01:00:00.000Z']],
    ['2027-10-31', '02:30', 'Europe/Vienna', ['2027-10-31T00:30:00.000Z', '2027-10-31T01:30:00.000Z']],
    ['2027-10-31', '03:00', 'Europe/Vienna', ['2027-10-31T02:00:00.000Z']],
    ['2027-03-14', '02:30', 'America/New_York', []],
    ['2027-11-07', '01:30', 'America/New_York', ['2027-11-07T05:30:00.000Z', '2027-11-07T06:30:00.000Z']],
    // Half an hour, south of the equator; and no change at all.
    ['2027-04-04', '01:45', 'Australia/Lord_Howe', ['2027-04-03T14:45:00.000Z', '2027-04-03T15:15:00.000Z']],
    ['2027-03-28', '02:30', 'Asia/Kolkata', ['2027-03-27T21:00:00.000Z']],
    ['2027-03-28', '02:30', 'UTC', ['2027-03-28T02:30:00.000Z']],
    // A day that was left out altogether.
    ['2011-12-30', '12:00', 'Pacific/Apia', []],
  ])('%s %s in %s', (date, time, zone, expected) => {
    expect(moments(date, time, zone)).toEqual(expected)
  })

  test('is what the clocks show at that moment, whatever the hour, for two years', () => {
    for (const zone of ['Europe/Vienna', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca'])
      for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2028, 0, 1); at += 9.5 * HOUR)
        expect(momentsOf(wallTimeAt(at, zone), zone), `${zone} ${iso(at)}`).toContain(at)
  })

  test('of no clock and no calendar is refused', () => {
    for (const [date, time] of [
      ['2027-02-29', '09:00'],
      ['2027-13-01', '09:00'],
      ['2027-01-01', '24:00'],
      ['tomorrow', 'nine'],
    ] as const)
      expect(readWallTime(date, time)).toBeNull()
    expect(['Europe/Vienna', 'UTC', 'Mars/Olympus', '', '../etc', 'x'.repeat(300)].map(isZone)).toEqual([
      ...[true, true, false, false, false, false],
    ])
  })
})

const at = (moment: number) => ({ ...wallTimeAt(moment, 'Europe/Vienna'), zone: 'Europe/Vienna' })

describe('a scheduled piece', () => {
  const scheduled = async () => {
    const house = await studio()
    const articleId = await house.start()
    value(await house.save(articleId, { title: 'Ropes', text: 'As it was scheduled.' }))
    const { version } = await house.open(articleId)
    const due = Math.ceil((house.ports.clock.now() + DAY) / 60_000) * 60_000
    const schedule = (by = house.editor, moment = due, seen = version) =>
      house.stet.articles.schedule(by, { articleId, version: seen, ...at(moment) })
    return { ...house, articleId, version, due, schedule }
  }

  test('is nobody’s to read before its moment and everybody’s from it on, though nothing happens then', async () => {
    const { articleId, due, schedule, ports, open, read, meaning, save } = await scheduled()
    value(await schedule())
    expect(await open(articleId)).toMatchObject({ status: 'scheduled', publishedAt: iso(due) })
    expect(await ports.articleReader.nextChange(ports.clock.now())).toBe(due)
    // The draft goes on; what was scheduled is frozen.
    value(await save(articleId, { text: 'Changed since.' }))
    ports.clock.set(due - 1)
    expect(await read('ropes')).toBeNull()
    expect((await meaning('ropes')).kind).toBe('missing')
    ports.clock.set(due)
    expect(await read('ropes')).toMatchObject({ plainText: 'As it was scheduled.', publishedAt: iso(due) })
    expect(await open(articleId)).toMatchObject({ status: 'published', hasUnpublishedChanges: true })
  })

  test('tells others at its moment, once, however often it was moved to and fro', async () => {
    const { articleId, due, schedule, ports, open } = await scheduled()
    value(await schedule())
    for (const moment of [due + HOUR, due])
      value(await schedule(undefined, moment, (await open(articleId)).version))
    expect(await ports.outboxStore.lease(ports.clock.now(), 10, 1_000)).toEqual([])
    ports.clock.set(due)
    const told = await ports.outboxStore.lease(due, 10, 1_000)
    expect(told.map(({ effect }) => effect)).toEqual([
      { kind: 'article.changed', articleId, slugs: ['ropes'] },
    ])
  })

  test('can be taken off the schedule, and has never been public then', async () => {
    const { articleId, due, schedule, ports, move, meaning, open } = await scheduled()
    value(await schedule())
    value(await move(articleId, 'unschedule'))
    ports.clock.set(due + HOUR)
    expect((await meaning('ropes')).kind).toBe('missing')
    expect(await open(articleId)).toMatchObject({ status: 'draft', publishedAt: null })
  })

  test('can be published before its moment, and then has that date', async () => {
    const { articleId, schedule, ports, publish, read } = await scheduled()
    value(await schedule())
    value(await publish(articleId))
    expect((await read('ropes'))?.publishedAt).toBe(iso(ports.clock.now()))
  })

  test('needs a moment to come, an hour that exists, and the word for one that comes twice', async () => {
    const { stet, articleId, version, schedule, editor, ports } = await scheduled()
    expect(refusal(await schedule(undefined, ports.clock.now() - HOUR)).fields).toHaveProperty('date')
    const spring = { date: '2027-03-28', time: '02:30', zone: 'Europe/Vienna' }
    const autumn = { ...spring, date: '2027-10-31' }
    ports.clock.set(Date.UTC(2027, 0, 1))
    const tries = (wall: typeof spring & { which?: 'first' | 'second' }) =>
      stet.articles.schedule(editor, { articleId, version, ...wall })
    expect(refusal(await tries(spring)).fields).toHaveProperty('time')
    expect(refusal(await tries(autumn)).fields).toHaveProperty('which')
    expect(refusal(await tries({ ...spring, zone: 'Mars/Olympus' })).fields).toHaveProperty('zone')
    expect(iso(value(await tries({ ...autumn, which: 'second' })).at)).toBe('2027-10-31T01:30:00.000Z')
  })

  test('is scheduled by an editor alone', async () => {
    const { schedule, writer, owner, stet, articleId, version, due } = await scheduled()
    expect(refusal(await schedule(writer)).code).toBe('forbidden')
    const nobody = await stet.articles.schedule(ANONYMOUS, { articleId, version, ...at(due) })
    expect(refusal(nobody).code).toBe('unauthenticated')
    value(await schedule(owner))
  })
})
