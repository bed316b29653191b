import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor, SignedIn } from '../../../lib/kernel/actor'
import { DAY, HOUR, MINUTE, SECOND } from '../../../lib/kernel/clock'
import { pipeline } from '../../../server/pipeline'
import { PagePress } from '../../../server/press/page-press'
import { aClient } from '../../support/builders/a-client'
import { aComment } from '../../support/builders/a-comment'
import { whatTheDeskShows } from '../../support/builders/a-decision'
import { type Piece, aPiece } from '../../support/builders/a-piece'
import { aUser } from '../../support/builders/a-user'
import { theOwner } from '../../support/builders/the-owner'
import { type PlainAnswer, askPlainly } from '../../support/ask-plainly'
import { type ServedPipeline, servePipeline } from '../../support/serve-pipeline'

const INDEX_NOW_KEYS = ['', 'aaaaaaaa11111111', 'bbbbbbbb22222222']
const HUB = 'https://hub.example/'
const BUDGET = 4 * 1024 * 1024

/** A publication served twice: from the press, and made anew each time. */
interface Stage {
  readonly site: ServedPipeline
  readonly kept: ReturnType<typeof askPlainly>['ask']
  readonly fresh: ReturnType<typeof askPlainly>['ask']
  readonly owner: SignedIn
  readonly colleague: SignedIn
  readonly pieces: { articleId: string; slug: string; slugs: string[] }[]
  readonly comments: { id: string; slug: string; author: Actor; decisions: string[] }[]
  /** Answers that were kept ones. */
  hits: number
  close(): Promise<void>
}

const schedule = ({ ports }: ServedPipeline, { articleId }: Piece, set: Record<string, number>): void => {
  const article = ports.tables.articles.get(articleId)
  if (!article) throw new Error('No such piece.')
  ports.tables.articles.set(articleId, { ...article, ...set })
}

const openStage = async (): Promise<Stage> => {
  const site = await servePipeline({ env: { pressBytes: BUDGET } })
  const { ports, services } = site
  const press = new PagePress({
    ...{ budget: 0, clock: ports.clock },
    nextChange: async () => null,
    onTrouble: () => {},
  })
  const server = createServer(pipeline({ ...services, press }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const kept = askPlainly(site.origin)
  const fresh = askPlainly(`http://localhost:${(server.address() as AddressInfo).port}`)
  const owner = await theOwner(site.stet)
  const colleague = await aUser(site.stet, { role: 'editor', name: 'Ben Beside' })
  const pieces = []
  for (let i = 0; i < 4; i += 1) {
    const piece = await aPiece(site.stet, { title: `Part ${i}`, tags: 'Tag 1', series: 'One' })
    pieces.push({ articleId: piece.articleId, slug: piece.slug, slugs: [piece.slug] })
    if (i === 1) schedule(site, piece, { commentsCloseAt: ports.clock.now() + 5 * MINUTE })
    if (i > 1) schedule(site, piece, { publishedAt: ports.clock.now() + i * 3 * MINUTE })
  }
  return {
    ...{ site, owner, colleague, pieces, comments: [], hits: 0 },
    ...{ kept: kept.ask, fresh: fresh.ask },
    close: async () => {
      kept.close()
      fresh.close()
      await site.close()
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
    },
  }
}

/** Something that somebody does, or tries to: refusals are part of the life of a publication. */
type Step = (stage: Stage, which: number, what: number) => Promise<unknown>

const pieceOf = ({ pieces }: Stage, which: number) => pieces[which % pieces.length]
const commentOf = ({ comments }: Stage, which: number) => comments[which % comments.length]

const decide =
  (move: 'approve' | 'reject' | 'spam'): Step =>
  async (stage, which) => {
    const comment = commentOf(stage, which)
    if (!comment) return
    const { stet } = stage.site
    const input = { ...(await whatTheDeskShows(stet, comment.id)), move }
    const decided = await stet.moderation.decide(stage.owner, input)
    if (decided.ok) comment.decisions.push(decided.value.decisionId)
  }

const changeStatus =
  (move: 'unpublish' | 'trash' | 'restore'): Step =>
  async (stage, which) => {
    const piece = pieceOf(stage, which)
    const { stet, ports } = stage.site
    const version = ports.tables.articles.get(piece?.articleId ?? '')?.version ?? 0
    await stet.articles.changeStatus(stage.owner, { articleId: piece?.articleId ?? '', version, move })
  }

const STEPS: Readonly<Record<string, Step>> = {
  'writes a comment': async (stage, which, what) => {
    const piece = pieceOf(stage, which)
    const under = stage.comments.filter(({ slug }) => slug === piece?.slug)
    const to = what % 3 === 0 ? undefined : under[what % (under.length || 1)]?.id
    if (!piece) return
    const posted = await aComment(stage.site.stet, { under: piece.slug, ...(to ? { to } : {}) }).catch(
      () => null,
    )
    if (!posted) return
    const { commentId: id, author } = posted
    stage.comments.push({ id, slug: piece.slug, author, decisions: [] })
    if (what % 2 === 0) await decide('approve')(stage, stage.comments.length - 1, what)
  },
  'approves a comment': decide('approve'),
  'rejects a comment': decide('reject'),
  'calls a comment spam': decide('spam'),
  'undoes a decision': async (stage, which) => {
    const decisionId = commentOf(stage, which)?.decisions.pop()
    if (decisionId) await stage.site.stet.moderation.undo(stage.owner, { decisionId })
  },
  'changes a comment': async ({ site: { stet, ports }, ...stage }, which, what) => {
    const comment = stage.comments[which % stage.comments.length]
    const version = ports.tables.comments.get(comment?.id ?? '')?.version ?? 0
    if (!comment) return
    const input = { commentId: comment.id, version, body: `Said otherwise, ${what}.`, anyway: true }
    await stet.comments.edit(comment.author, input)
  },
  'takes a comment back': async ({ site: { stet, ports }, comments }, which) => {
    const comment = comments[which % comments.length]
    const version = ports.tables.comments.get(comment?.id ?? '')?.version ?? 0
    if (comment) await stet.comments.withdraw(comment.author, { commentId: comment.id, version })
  },
  'recommends a comment': async ({ site: { stet }, comments, owner }, which, what) => {
    const commentId = comments[which % comments.length]?.id
    const intent = what % 3 === 0 ? 'take' : 'give'
    if (commentId) await stet.comments.recommend(owner, { commentId, intent }, aClient())
  },
  'picks a comment': async ({ site: { stet }, comments, owner }, which, what) => {
    const commentId = comments[which % comments.length]?.id
    const pick = what % 3 === 0 ? 'unpick' : 'pick'
    if (commentId) await stet.moderation.feature(owner, { commentId, pick })
  },
  'reports a comment': async ({ site: { stet }, comments, owner }, which) => {
    const commentId = comments[which % comments.length]?.id
    if (commentId) await stet.comments.report(owner, { commentId, reason: 'rude' }, aClient())
  },
  'writes a piece': async (stage, _which, what) => {
    if (stage.pieces.length > 6) return
    const { articleId, slug } = await aPiece(stage.site.stet, {
      title: `Another, ${what}`,
      tags: `Tag ${what % 3}`,
      series: ['', 'One', 'Two'][what % 3] ?? '',
      notes: what % 2 === 0 ? `Correction: not ${what}.` : '',
    })
    stage.pieces.push({ articleId, slug, slugs: [slug] })
  },
  'changes a piece': async (stage, which, what) => {
    const piece = pieceOf(stage, which)
    if (!piece) return
    const { stet } = stage.site
    const { articleId } = piece
    const open = await stet.articles.open(stage.owner, { articleId })
    if (!open.ok) return
    const slug = what % 2 === 0 ? { slug: `moved-${what}-${articleId.slice(0, 6)}` } : {}
    const input = {
      articleId,
      version: open.value.version,
      title: `Changed ${what}`,
      text: `Other words, ${what}.`,
      tags: what % 3 === 0 ? '' : `Tag ${what % 3}`,
      series: ['One', 'Two', ''][what % 3] ?? '',
      translationOf: what % 5 === 0 ? (pieceOf(stage, what)?.slug ?? '') : '',
      language: what % 5 === 0 ? 'de' : 'en',
    }
    const saved = await stet.articles.save(stage.owner, { ...input, ...slug })
    if (!saved.ok) return
    if (what % 4 > 1) await stet.articles.publish(stage.owner, { articleId, version: saved.value.version })
    const now = await stet.articles.open(stage.owner, { articleId })
    if (now.ok && now.value.slug !== piece.slug) {
      for (const comment of stage.comments) if (comment.slug === piece.slug) comment.slug = now.value.slug
      piece.slug = now.value.slug
      piece.slugs.push(piece.slug)
    }
  },
  'changes the details of a piece': async (stage, which, what) => {
    const articleId = pieceOf(stage, which)?.articleId ?? ''
    const { stet, ports } = stage.site
    const details = await stet.articles.details(stage.owner, { articleId })
    if (!details.ok) return
    const soon = (minutes: number): string =>
      new Date(ports.clock.now() + minutes * MINUTE).toISOString().slice(0, 16)
    await stet.articles.changeDetails(stage.owner, {
      ...{ articleId, version: details.value.version, assignedTo: '', zone: 'UTC' },
      bylines: what % 2 === 0 ? [stage.owner.userId] : [stage.colleague.userId, stage.owner.userId],
      commentMode: (['', 'all', 'open', 'closed'] as const)[what % 4] ?? '',
      closesAt: what % 3 === 0 ? soon(3) : '',
      unpublishAt: what % 7 === 0 ? soon(6) : '',
      pinnedUntil: what % 5 === 0 ? soon(4) : '',
      featured: which % 2 === 0 ? '1' : '',
    })
  },
  'schedules a piece': async (stage, which, what) => {
    const articleId = pieceOf(stage, which)?.articleId ?? ''
    const { stet, ports } = stage.site
    const version = ports.tables.articles.get(articleId)?.version ?? 0
    const at = new Date(ports.clock.now() + (1 + (what % 6)) * MINUTE).toISOString()
    const wall = { date: at.slice(0, 10), time: at.slice(11, 16), zone: 'UTC' }
    await stet.articles.schedule(stage.owner, { articleId, version, ...wall })
  },
  'writes a page': async (stage, _which, what) => {
    if (stage.pieces.length > 6) return
    const page = { kind: 'page', title: `About ${what}`, text: `Who we are, ${what}.` } as const
    const { articleId, slug } = await aPiece(stage.site.stet, page)
    stage.pieces.push({ articleId, slug, slugs: [slug] })
  },
  'bans a guest': async ({ site: { stet }, owner, comments }, which) => {
    const comment = comments[which % comments.length]
    if (comment?.author.kind !== 'guest') return
    await stet.people.take(owner, {
      ...{ person: `guest:${comment.author.guestId}`, kind: 'ban', targets: ['person'] },
      ...{ reason: 'Enough.', note: '', days: null, rejectWaiting: which % 2 === 0 },
    })
  },
  'publishes a piece': async (stage, which) => {
    const articleId = pieceOf(stage, which)?.articleId ?? ''
    const { stet, ports } = stage.site
    const version = ports.tables.articles.get(articleId)?.version ?? 0
    await stet.articles.publish(stage.owner, { articleId, version })
  },
  'takes a piece off the page': changeStatus('unpublish'),
  'trashes a piece': changeStatus('trash'),
  'takes a piece out of the trash': changeStatus('restore'),
  'changes the settings': async ({ site: { stet }, owner }, which, what) => {
    const { settings, version } = await stet.settings.read()
    const commentMode = (['all', 'closed', 'open', 'first'] as const)[what % 4] ?? 'all'
    const changed = {
      ...settings,
      ...{ name: `The Pencil, ${which}`, commentMode, nosnippet: which % 2 === 0 },
      ...{ indexNowKey: INDEX_NOW_KEYS[what % 3] ?? '', webSubHub: what % 2 === 0 ? HUB : '' },
      ...({
        accent: what % 2 === 0 ? '#7a0019' : '',
        density: which % 2 === 0 ? 'compact' : 'airy',
      } as const),
    }
    await stet.settings.change(owner, { version, settings: changed })
  },
  /** What the outbox carries out: news for hub and search engines are effects of their own. */
  'tells others of changes': async ({ site: { stet, ports, drain } }, which) => {
    const articleId = [...ports.tables.articles.keys()][which % (ports.tables.articles.size || 1)]
    if (articleId === undefined) return
    const slugs = [ports.tables.articles.get(articleId)?.slug ?? '']
    const changed = { kind: 'article.changed', articleId, slugs } as const
    const planned = await stet.feeds.planAnnouncements(changed)
    await ports.outboxStore.queue(planned, ports.clock.now())
    await drain()
  },
  'lets time pass': async ({ site: { ports } }, which, what) => {
    ports.clock.advance([SECOND, 4 * MINUTE, 4 * MINUTE, 2 * HOUR, DAY][what % 5] ?? which)
  },
}

/** Made without Next, and kept like pages. */
const TEXTS = [
  '/feed.xml',
  '/atom.xml',
  '/feed.json',
  '/comments.xml',
  '/sitemap.xml',
  '/sitemaps/1.xml',
  '/sitemaps/pages.xml',
  '/news-sitemap.xml',
  '/robots.txt',
  '/llms.txt',
  '/card.png',
  '/icon-192.png',
  '/manifest.webmanifest',
  ...INDEX_NOW_KEYS.map((key) => `/${key || 'nokeyatall'}.txt`),
]

/** Every kind of address there is, in the spellings that are kept. */
const addresses = ({ site, owner, colleague, pieces, comments }: Stage): readonly string[] => {
  const ofPieces = pieces.flatMap(({ slugs }) =>
    slugs.flatMap((slug) => {
      const path = `/articles/${slug}`
      const texts = [`${path}.md`, `${path}/card.png`, `${path}/comments.xml`]
      return [`/${slug}`, path, `${path}?sort=oldest`, `${path}?sort=discussed`, `${path}/thread`, ...texts]
    }),
  )
  const ofComments = comments
    .slice(-6)
    .flatMap(({ id, slug }) => [
      `/articles/${slug}?branch=${id}`,
      `/articles/${slug}/thread?branch=${id}`,
      `/articles/${slug}/thread?only=${id}`,
    ])
  const [year = '', month = ''] = new Date(site.ports.clock.now()).toISOString().split('-')
  const author = site.ports.tables.users.get(owner.userId)?.slug ?? ''
  const directories = ['/tags', '/series', '/authors', '/archive', '/guidelines', '/transparency']
  const lists = [
    '/tags/tag-1',
    '/tags/tag-2',
    '/series/one',
    '/series/two',
    `/authors/${author}`,
    `/archive/${year}`,
    `/archive/${year}/${month}`,
    `/authors/${site.ports.tables.users.get(colleague.userId)?.slug ?? ''}`,
  ]
  const feeds = [
    '/series/one/feed.xml',
    '/tags/tag-1/feed.xml',
    '/tags/tag-2/atom.xml',
    `/authors/${author}/feed.json`,
  ]
  const alone = ['/', ...TEXTS, '/nothing/here', ...directories, ...lists, ...feeds]
  return [...alone, ...ofPieces, ...ofComments]
}

const told = ({ status, headers, text }: PlainAnswer): string => [status, headers.location, text].join('\n')

/** Most answers as they are: to press and to unpack each of them takes longer than to make it. */
const AS_IS = { 'accept-encoding': 'identity' }

const isKept = ({ headers }: PlainAnswer): boolean => headers['server-timing'] === 'press;desc=hit'

/**
 * Asks for every address, and once more, in another coding, where the answer was made just now: what was kept before was
 * asked for in both when it was made.
 */
const differing = async (stage: Stage): Promise<readonly string[]> => {
  const found = await Promise.all(
    addresses(stage).map(async (path) => {
      const [expected, once] = [await stage.fresh(path, AS_IS), await stage.kept(path, AS_IS)]
      const again = isKept(once) ? null : await stage.kept(path, { 'accept-encoding': 'br' })
      if (isKept(again ?? once)) stage.hits += 1
      const same = once.headers.etag === expected.headers.etag
      const words = told(expected)
      const isRight = same && told(once) === words && (again === null || told(again) === words)
      return isRight ? [] : [path]
    }),
  )
  return found.flat()
}

describe('whatever happens', () => {
  it('every kept page is the one that would be made now', async () => {
    const names = Object.keys(STEPS)
    const step = fc.record({
      name: fc.constantFrom(...names, ...names.slice(0, 3), 'lets time pass'),
      which: fc.nat(50),
      what: fc.nat(50),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16 }), async (steps) => {
        const stage = await openStage()
        try {
          for (const which of [0, 1]) await STEPS['writes a comment']?.(stage, which, 0)
          expect(await differing(stage)).toEqual([])
          for (const { name, which, what } of steps) {
            await STEPS[name]?.(stage, which, what)
            expect({ after: name, differing: await differing(stage) }).toEqual({ after: name, differing: [] })
          }
          expect(stage.site.reports).toEqual([])
          // It was the press that was asked.
          expect(stage.hits).toBeGreaterThan(steps.length * 5)
        } finally {
          await stage.close()
        }
      }),
      { numRuns: 8, endOnFailure: true },
    )
  }, 180_000)
})
