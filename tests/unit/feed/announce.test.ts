import { beforeEach, describe, expect, it } from 'vitest'
import { compose } from '../../../lib/compose'
import { announce } from '../../../lib/feeds/announce'
import { planAnnouncements } from '../../../lib/feeds/plan-announcements'
import { DAY } from '../../../lib/kernel/clock'
import type { Effect } from '../../../lib/kernel/effect'
import { aPiece } from '../../support/builders/a-piece'
import { must } from '../../support/builders/must'
import { theOwner } from '../../support/builders/the-owner'
import { memoryPorts } from '../../support/memory/memory-ports'
import { RecordedOutbound } from '../../support/memory/recorded-outbound'
import { choose } from '../../support/conversation'

const ORIGIN = 'https://news.example'
const HUB = 'https://hub.example/publish'
const KEY = '0123456789abcdef'

const house = async (choices: { webSubHub?: string; indexNowKey?: string } = {}) => {
  const outbound = new RecordedOutbound()
  const ports = { ...memoryPorts(), outbound }
  const stet = compose(ports)
  await choose(ports, choices)
  const changed = (articleId: string, slugs: readonly string[]): Effect => ({
    ...{ kind: 'article.changed', articleId, slugs },
  })
  const plan = (articleId: string, slugs: readonly string[]) =>
    planAnnouncements(ports, changed(articleId, slugs))
  const tell = async (articleId: string, slugs: readonly string[]) => {
    const answers = []
    for (const { effect } of await plan(articleId, slugs))
      if (effect.kind === 'article.told') answers.push(await announce(ports, effect, ORIGIN))
    return answers
  }
  return { ports, stet, outbound, plan, tell }
}

describe('a change of a piece', () => {
  it('is told to nobody while nobody is named', async () => {
    const { stet, plan, outbound } = await house()
    const { articleId, slug } = await aPiece(stet)
    expect(await plan(articleId, [slug])).toEqual([])
    expect(outbound.asked).toEqual([])
  })

  it('is one effect for each who is told, under one key for one state', async () => {
    const { ports, stet, plan } = await house({ webSubHub: HUB, indexNowKey: KEY })
    const { articleId, slug } = await aPiece(stet)
    const keys = async () => (await plan(articleId, [slug])).map(({ key }) => key)
    const first = await keys()
    expect(new Set(first).size).toBe(2)
    ports.clock.advance(DAY)
    expect(await keys()).toEqual(first)
    const article = ports.tables.articles.get(articleId)
    if (article) ports.tables.articles.set(articleId, { ...article, version: 99 })
    expect(await keys()).not.toEqual(first)
    expect(await planAnnouncements(ports, { kind: 'settings.changed', key: 'site' })).toEqual([])
  })

  it('tells the hub of the feeds, and search engines of the addresses', async () => {
    const { stet, tell, outbound } = await house({ webSubHub: HUB, indexNowKey: KEY })
    const { articleId, slug } = await aPiece(stet, { tags: 'Boats', series: 'The ferry' })
    expect(await tell(articleId, [slug])).toEqual([null, null])
    const [hub, index] = outbound.asked
    expect([hub?.method, hub?.url, index?.method, index?.url]).toEqual([
      ...['POST', HUB, 'POST', 'https://api.indexnow.org/indexnow'],
    ])
    const form = new URLSearchParams(hub?.body)
    expect([form.get('hub.mode'), form.getAll('hub.url')]).toEqual([
      'publish',
      ['', '/tags/boats', '/series/the-ferry', '/authors/olive-owner'].flatMap((list) =>
        ['feed.xml', 'atom.xml', 'feed.json'].map((file) => `${ORIGIN}${list}/${file}`),
      ),
    ])
    expect(JSON.parse(index?.body ?? '')).toEqual({
      ...{ host: 'news.example', key: KEY, keyLocation: `${ORIGIN}/${KEY}.txt` },
      urlList: [`${ORIGIN}/`, `${ORIGIN}/articles/${slug}`],
    })
  })

  it('names a page at its own address, and no feed: it stands in none', async () => {
    const { stet, tell, outbound } = await house({ webSubHub: HUB, indexNowKey: KEY })
    const { articleId, slug } = await aPiece(stet, { kind: 'page', title: 'About us' })
    expect(await tell(articleId, [slug])).toEqual([null, null])
    expect(outbound.asked.map(({ url }) => url)).toEqual(['https://api.indexnow.org/indexnow'])
    expect(JSON.parse(outbound.asked[0]?.body ?? '')).toMatchObject({
      urlList: [`${ORIGIN}/`, `${ORIGIN}/about-us`],
    })
  })

  it('tells another server that takes IndexNow, where the operator names one', async () => {
    const { ports, stet, outbound } = await house({ indexNowKey: KEY })
    const { articleId, slug } = await aPiece(stet)
    const indexNowUrl = 'https://engine.example/indexnow'
    const told = { kind: 'article.told', to: 'indexnow', articleId, slugs: [slug] } as const
    await announce({ ...ports, indexNowUrl }, { ...told, since: ports.clock.now() }, ORIGIN)
    expect(outbound.asked.map(({ url }) => url)).toEqual([indexNowUrl])
  })

  it('tells nobody of the tags of a text that readers have not seen', async () => {
    const { ports, stet, tell, outbound } = await house({ webSubHub: HUB })
    const owner = await theOwner(stet)
    const { articleId, slug, version } = await aPiece(stet, { tags: 'Boats' })
    const move = async (seen: { version: number }, name: 'unpublish' | 'unschedule') =>
      must(name, stet.articles.changeStatus(owner, { articleId, version: seen.version, move: name }))
    const topics = async () => {
      expect(await tell(articleId, [slug])).toEqual([null])
      return new URLSearchParams(outbound.asked.at(-1)?.body).getAll('hub.url').join()
    }
    const down = await move({ version }, 'unpublish')
    const another = { title: 'A piece about ropes', text: 'What nobody knows yet.', tags: 'Secret plan' }
    const saved = await must('save', stet.articles.save(owner, { articleId, ...down, ...another }))
    expect(await topics()).toContain(`${ORIGIN}/tags/boats/feed.xml`)
    const later = new Date(ports.clock.now() + 2 * DAY).toISOString()
    const planned = { date: later.slice(0, 10), time: later.slice(11, 16), zone: 'UTC' }
    const frozen = await must(
      'schedule',
      stet.articles.schedule(owner, { articleId, version: saved.version, ...planned }),
    )
    expect(await topics()).not.toContain('secret')
    await move(frozen, 'unschedule')
    const offSchedule = await topics()
    expect(offSchedule).not.toContain('secret')
    expect(offSchedule).toContain(`${ORIGIN}/feed.xml`)
  })

  it('says nothing of a piece that never was public', async () => {
    const { stet, tell, outbound } = await house({ webSubHub: HUB, indexNowKey: KEY })
    const { articleId, slug } = await aPiece(stet, { title: 'Secret', state: 'draft' })
    expect(await tell(articleId, [slug])).toEqual([null, null])
    expect(outbound.asked).toEqual([])
  })
})

describe('what is to be told', () => {
  let stage: Awaited<ReturnType<typeof house>>
  let told: Extract<Effect, { kind: 'article.told' }>
  beforeEach(async () => {
    stage = await house({ webSubHub: HUB })
    const { articleId, slug } = await aPiece(stage.stet)
    told = { kind: 'article.told', to: 'hub', articleId, slugs: [slug], since: stage.ports.clock.now() }
  })

  it.each([
    { kind: 'failed', why: 'Nobody answered.' } as const,
    { kind: 'answered', status: 503, headers: {}, text: '' } as const,
    { kind: 'answered', status: 429, headers: {}, text: '' } as const,
  ])('is tried again after %j', async (answer) => {
    stage.outbound.answers.push(answer)
    await expect(announce(stage.ports, told, ORIGIN)).rejects.toThrow('hub could not be told')
  })

  it.each([
    { kind: 'refused', why: 'A private network.' } as const,
    { kind: 'answered', status: 403, headers: {}, text: '' } as const,
  ])('is given up after %j, and says why', async (answer) => {
    stage.outbound.answers.push(answer)
    expect(await announce(stage.ports, told, ORIGIN)).toMatch(/private network|403/)
  })

  it('is let go when it is old, or when the owner has changed their mind', async () => {
    stage.ports.clock.advance(3 * DAY)
    expect(await announce(stage.ports, told, ORIGIN)).toBeNull()
    await choose(stage.ports, { webSubHub: '' })
    const now = stage.ports.clock.now()
    expect(await announce(stage.ports, { ...told, since: now }, ORIGIN)).toBeNull()
    expect(stage.outbound.asked).toEqual([])
  })
})
