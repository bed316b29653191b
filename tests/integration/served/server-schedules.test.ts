import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SECOND } from '../../../lib/kernel/clock'
import { aPiece } from '../../support/builders/a-piece'
import { must } from '../../support/builders/must'
import { theOwner } from '../../support/builders/the-owner'
import { type ServedPipeline, renderedPage, servePipeline } from '../../support/serve-pipeline'

const HTML = { accept: 'text/html' }
const ZONE = 'Europe/Vienna'
const MEGABYTE = 1024 * 1024

/** What clocks show, and the moment that is meant: both days on which they change, and an ordinary one. */
const MOMENTS = [
  ['an ordinary day', '2027-02-12', '09:00', '', '2027-02-12T08:00:00Z'],
  ['the first minute after the hour that is skipped', '2027-03-28', '03:00', '', '2027-03-28T01:00:00Z'],
  ['the first time of an hour that comes twice', '2027-10-31', '02:30', 'first', '2027-10-31T00:30:00Z'],
  ['the second time', '2027-10-31', '02:30', 'second', '2027-10-31T01:30:00Z'],
] as const

let site: ServedPipeline
beforeAll(async () => {
  // Finished pages are kept: none of them may outlive the moment.
  site = await servePipeline({ env: { pressBytes: 8 * MEGABYTE } })
  site.sayNext(({ path }) => ({ body: renderedPage(path) }))
})
afterAll(() => site.close())

const statusOf = async (path: string): Promise<number> => (await site.get(path, HTML)).status

describe('over HTTP, on a moving clock, with kept pages', () => {
  it.each(MOMENTS)(
    '%s: a piece appears at its second, and is taken down at its second',
    async (_, date, time, which, moment) => {
      const {
        stet,
        ports: { clock },
      } = site
      const by = await theOwner(stet)
      const { articleId, version, path } = await aPiece(stet, { by, title: `On ${moment}`, state: 'draft' })
      const at = Date.parse(moment)
      clock.advance(at - 3_600_000 - clock.now())
      const planned = { articleId, version, date, time, zone: ZONE, which }
      expect((await must('schedule', stet.articles.schedule(by, planned))).at).toBe(at)

      clock.advance(at - SECOND - clock.now())
      expect(await statusOf(path)).toBe(404)
      clock.advance(SECOND)
      expect(await statusOf(path)).toBe(200)
      expect(await statusOf(path)).toBe(200)

      // An hour later it is over: by the clock alone, with nothing running.
      const piece = await must('open', stet.articles.open(by, { articleId }))
      const details = await must('details', stet.articles.details(by, { articleId }))
      const over = { articleId, version: piece.version, zone: 'UTC', which: '' } as const
      const unpublishAt = new Date(at + 3_600_000).toISOString().slice(0, 16)
      const fields = { ...over, bylines: [...details.bylines], assignedTo: '', commentMode: '' as const }
      await must(
        'plan',
        stet.articles.changeDetails(by, { ...fields, closesAt: '', unpublishAt, pinnedUntil: '' }),
      )
      clock.advance(3_600_000 - SECOND)
      expect(await statusOf(path)).toBe(200)
      clock.advance(SECOND)
      expect(await statusOf(path)).toBe(410)
    },
  )
})
