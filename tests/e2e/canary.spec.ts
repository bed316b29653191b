import { aClient } from '../support/builders/a-client'
import { aComment } from '../support/builders/a-comment'
import { aDecision } from '../support/builders/a-decision'
import { aPiece } from '../support/builders/a-piece'
import { aUser } from '../support/builders/a-user'
import { must } from '../support/builders/must'
import { theOwner } from '../support/builders/the-owner'
import type { Stet } from '../../lib/compose'
import { type Persona, type Snapshot, persona, snapshot } from '../support/persona'
import { expect, test } from '../support/fixtures'

/** Every hidden thing carries one of these: none may be in any byte that a stranger gets. */
const CANARY = {
  waiting: 'canary-waiting-7f3a',
  waitingName: 'Canarywaitingname',
  waitingEmail: 'canary.waiting@mail.example',
  rejected: 'canary-rejected-19bc',
  spam: 'canary-spam-55d0',
  withdrawn: 'canary-withdrawn-c2e8',
  held: 'canary-held-9a41',
  hiddenReply: 'canary-hidden-reply-4e07',
  /** Let stand, recommended, and taken away again with all that answers it. */
  fallen: 'canary-fallen-2b7d',
  fallenReply: 'canary-fallen-reply-6c11',
  pendingEdit: 'canary-pending-edit-b6b2',
  approvedEmail: 'canary.approved@mail.example',
  draftTitle: 'Canarydrafttitle',
  draftTag: 'canarydrafttag',
  draftSeries: 'Canarydraftseries',
  draftNote: 'canary-draft-note-77b0',
  draftText: 'canary-draft-text-8d15',
  liveDraft: 'canary-unpublished-change-3f90',
  unpublished: 'canary-unpublished-piece-e114',
  trashed: 'canary-trashed-piece-07aa',
  address: '203.0.113.77',
  /** The builders' owner. */
  ownerEmail: 'owner@pencil.example',
} as const

interface Stage {
  /** Ids of hidden comments and pieces: guessing them must not help either. */
  readonly hiddenIds: string[]
  readonly hiddenSlugs: string[]
}

/** What everybody may see, before anything is hidden. */
const publicPart = async (stet: Stet) => {
  const owner = await theOwner(stet)
  const piece = await aPiece(stet, {
    by: owner,
    title: 'Ropes in the open',
    text: 'Knots and **hitches**.',
    tags: 'Rope',
    series: 'Open ropes',
  })
  const other = await aPiece(stet, { by: owner, title: 'A second piece', text: 'Shorter.' })
  const shown = await aComment(stet, {
    under: piece.slug,
    body: 'This one stands for all to see.',
    name: 'Public Petra',
    email: CANARY.approvedEmail,
    client: { addressBlock: CANARY.address, userAgent: 'x', requestId: 'x' },
  })
  await aDecision(stet, { on: shown.commentId, move: 'approve', by: owner })
  const branch = await aComment(stet, { under: piece.slug, body: 'A root of its own.', then: 'approve' })
  const fallen = await aComment(stet, { under: piece.slug, body: CANARY.fallen, then: 'approve' })
  const fallenReply = await aComment(stet, {
    under: piece.slug,
    to: fallen.commentId,
    body: CANARY.fallenReply,
    then: 'approve',
  })
  const fellIds = [fallen.commentId, fallenReply.commentId]
  for (const commentId of fellIds) {
    await must('recommend', stet.comments.recommend(branch.author, { commentId, intent: 'give' }, aClient()))
  }
  await aDecision(stet, { on: fallen.commentId, move: 'reject', by: owner })
  return { owner, piece, other, shown, branch, fellIds }
}

type PublicPart = Awaited<ReturnType<typeof publicPart>>

/** Ways to ask Next for the same data in another form. */
const DISGUISES: readonly Record<string, string>[] = [
  { RSC: '1' },
  { 'x-nextjs-data': '1' },
  { accept: 'application/json' },
]

/** Everything that must leave no trace. */
const hiddenPart = async (stet: Stet, { owner, piece, shown, fellIds }: PublicPart): Promise<Stage> => {
  const under = piece.slug
  const by = owner
  const client = { addressBlock: CANARY.address, userAgent: 'x', requestId: 'x' }
  const waiting = await aComment(stet, {
    under,
    client,
    body: CANARY.waiting,
    name: CANARY.waitingName,
    email: CANARY.waitingEmail,
  })
  const rejected = await aComment(stet, { under, body: CANARY.rejected })
  await aDecision(stet, { on: rejected.commentId, move: 'reject', by })
  const spam = await aComment(stet, { under, body: CANARY.spam })
  await aDecision(stet, { on: spam.commentId, move: 'spam', by })
  const withdrawn = await aComment(stet, { under, body: CANARY.withdrawn })
  await must(
    'withdraw',
    stet.comments.withdraw(withdrawn.author, { commentId: withdrawn.commentId, version: 1 }),
  )
  const reply = await aComment(stet, { under, to: shown.commentId, body: CANARY.hiddenReply })
  const record = await stet.ports.commentStore.find(shown.commentId)
  await must(
    'edit',
    stet.comments.edit(shown.author, {
      commentId: shown.commentId,
      version: record?.comment.version ?? 0,
      body: CANARY.pendingEdit,
    }),
  )
  const held = await aComment(stet, { under, body: CANARY.held })
  await aDecision(stet, { on: held.commentId, move: 'reject', by })
  await aDecision(stet, { on: held.commentId, move: 'hold', by })

  const draft = await aPiece(stet, {
    by,
    title: CANARY.draftTitle,
    text: CANARY.draftText,
    tags: CANARY.draftTag,
    series: CANARY.draftSeries,
    notes: CANARY.draftNote,
    translationOf: piece.slug,
    language: 'de',
    state: 'draft',
  })
  const live = await must('open', stet.articles.open(owner, { articleId: piece.articleId }))
  await must(
    'save over the live piece',
    stet.articles.save(owner, {
      articleId: piece.articleId,
      version: live.version,
      title: `${live.title} ${CANARY.liveDraft}`,
      text: CANARY.liveDraft,
      tags: `Rope, ${CANARY.draftTag}`,
      series: CANARY.draftSeries,
      notes: `Correction: ${CANARY.draftNote}`,
    }),
  )
  return {
    hiddenIds: [
      ...[waiting, rejected, spam, withdrawn, reply, held].map((comment) => comment.commentId),
      ...fellIds,
    ],
    hiddenSlugs: [draft.slug],
  }
}

/** Words of what is public, of what is hidden, the same with a slip, and beginnings: all must find what they found before. */
const SEARCHES: readonly string[] = [
  ...['stands', 'knots', 'root', '"for all to see"'],
  ...['7f3a', '19bc', '55d0', 'c2e8', '9a41', '4e07', '2b7d', '6c11', 'b6b2', '8d15', '3f90', 'e114', '07aa'],
  ...['hidden', 'hiden', 'fallen', 'fallne', 'withdrawn', 'pending', 'unpublish*', 'trashed'],
].flatMap((words) => [
  `/search?q=${encodeURIComponent(words)}`,
  `/search?q=${encodeURIComponent(words)}&in=comments`,
])

const addresses = (slugs: readonly string[], ids: readonly string[]): string[] => [
  '/',
  '/feed.xml',
  '/tags',
  '/tags/rope',
  '/tags/canarydrafttag',
  '/series',
  '/series/open-ropes',
  '/series/open-ropes/feed.xml',
  '/series/canarydraftseries',
  '/card.png',
  '/styles/none.css',
  '/styles/specimen.css?accent=%237a0019',
  '/authors',
  '/archive',
  '/guidelines',
  '/transparency',
  '/manifest.webmanifest',
  '/opensearch.xml',
  '/search',
  ...SEARCHES,
  `/archive/${new Date().getUTCFullYear()}`,
  '/atom.xml',
  '/feed.json',
  '/comments.xml',
  '/sitemap.xml',
  '/sitemaps/pages.xml',
  '/sitemaps/1.xml',
  '/news-sitemap.xml',
  '/llms.txt',
  '/login',
  '/desk',
  '/desk?tab=all&q=canary',
  '/desk/people',
  '/desk/people?q=canarywaiting',
  '/desk/people/guest-nobody',
  '/desk/log',
  '/desk/log.csv',
  '/desk/statistics',
  '/by-mail?key=wrong',
  '/studio',
  '/settings',
  '/settings/words/export?kind=banned&language=',
  '/settings/learner',
  '/account',
  '/setup',
  '/setup?token=wrong',
  '/healthz',
  '/readyz',
  '/api/auth/session',
  '/api/auth/providers',
  '/robots.txt',
  '/no-such-page',
  '/internal/missing',
  '/internal/broken',
  ...slugs.flatMap((slug) => [
    `/articles/${slug}`,
    `/articles/${slug}?after=zzz`,
    `/articles/${slug}/mine`,
    `/articles/${slug}/mine.json`,
    `/articles/${slug}/respond`,
    `/articles/${slug}?sort=oldest`,
    `/articles/${slug}?sort=discussed`,
    `/articles/${slug}/thread`,
    `/articles/${slug}/comments.xml`,
    `/articles/${slug}.md`,
    `/articles/${slug}/card.png`,
    `/articles/${slug}/thread?sort=discussed`,
    `/articles/${slug}/live.json`,
  ]),
  // Ids are asked for where they belong, and under one other piece.
  ...slugs.slice(0, 2).flatMap((slug) =>
    ids.flatMap((id) => [
      `/articles/${slug}/respond?to=${id}`,
      `/articles/${slug}?branch=${id}`,
      `/articles/${slug}/thread?branch=${id}`,
      `/articles/${slug}/thread?only=${id}`,
      // Places made up with an id that is perhaps not shown.
      `/articles/${slug}?after=mabcdefg-${id}`,
      `/articles/${slug}/thread?sort=oldest&after=mabcdefg-${id}`,
      `/articles/${slug}/thread?sort=discussed&after=1.mabcdefg-${id}`,
      `/articles/${slug}/live.json?since=${id.slice(-12)}-0`,
    ]),
  ),
  ...ids.flatMap((id) => [
    `/comments/${id}`,
    `/comments/${id}/report`,
    `/comments/${id}/recommend`,
    `/comments/${id}/status?key=wrong`,
  ]),
]

const forms = (slug: string, parents: readonly string[]): { path: string; body: Record<string, string> }[] =>
  parents.map((parentId) => ({
    path: `/articles/${slug}/comments`,
    body: { parentId, body: 'An answer to something I should not know of.' },
  }))

/** What else can be asked about one comment by a form. */
const questions = (id: string): { path: string; body: Record<string, string> }[] => [
  { path: `/comments/${id}/recommend`, body: { intent: 'give' } },
  { path: `/comments/${id}/recommend`, body: { intent: 'take' } },
  { path: `/comments/${id}/report`, body: { reason: 'topic' } },
  { path: `/comments/${id}/status?key=wrong`, body: { intent: 'withdraw', commentId: id, version: '1' } },
]

const leaks = (taken: Snapshot): string[] =>
  Object.values(CANARY).filter((token) => taken.bytes.toLowerCase().includes(token.toLowerCase()))

/** A few questions under way at a time: neither server nor test waits for the other. */
const someAtOnce = async <T>(items: readonly T[], ask: (item: T) => Promise<unknown>): Promise<void> => {
  const left = [...items]
  const goOn = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await ask(item)
  }
  await Promise.all([goOn(), goOn(), goOn(), goOn()])
}

/** A live stream, read as it comes. */
const listen = async (address: string) => {
  const leaving = new AbortController()
  const answer = await fetch(address, { signal: leaving.signal })
  expect(answer.status).toBe(200)
  let text = ''
  const reading = async (): Promise<void> => {
    const decoder = new TextDecoder()
    for await (const chunk of answer.body ?? []) text += decoder.decode(chunk, { stream: true })
  }
  const ended = reading().catch(() => undefined)
  await expect.poll(() => text).toContain('event: hello')
  return {
    heard: () => text,
    stop: () => {
      leaving.abort()
      return ended
    },
  }
}

test('nothing hidden reaches a stranger, and hiding something changes no byte', async ({ server, stet }) => {
  // More than a thousand questions, one after the other.
  test.setTimeout(600_000)
  const open = await publicPart(stet)
  const unknown = stet.ports.ids.random()
  const unpublished = await aPiece(stet, {
    by: open.owner,
    title: CANARY.unpublished,
    text: CANARY.unpublished,
  })
  await must(
    'unpublish',
    stet.articles.changeStatus(open.owner, {
      articleId: unpublished.articleId,
      version: unpublished.version,
      move: 'unpublish',
    }),
  )
  const slugs = [open.piece.slug, open.other.slug, unpublished.slug, 'never-was-here']
  const visibleIds = [open.shown.commentId, open.branch.commentId, unknown]
  const watched = addresses(slugs, visibleIds)

  const anonymous = persona(server.url)
  const listening = await listen(`${server.url}/articles/${open.piece.slug}/live`)
  const before = new Map<string, Snapshot>()
  await someAtOnce(watched, async (path) => before.set(path, await snapshot(anonymous, path)))

  const { hiddenIds, hiddenSlugs } = await hiddenPart(stet, open)
  await someAtOnce(watched, async (path) => {
    const after = await snapshot(anonymous, path)
    expect.soft(after.comparable, `${path} changed by hidden rows`).toBe(before.get(path)?.comparable)
  })

  // Everything hidden has passed through the outbox once a visible thing that came after it is told of.
  const last = await aComment(stet, { under: open.piece.slug, body: 'A last word for all.', then: 'approve' })
  await expect.poll(() => listening.heard()).toContain(last.commentId)
  listening.stop()
  const told = listening.heard()
  const appeared = [open.shown, open.branch, last].map(({ commentId }) => commentId)
  for (const [, event, data] of told.matchAll(/^event: (.+)\ndata: (.+)$/gm)) {
    expect(['hello', 'appeared', 'vanished']).toContain(event)
    const { id = '' } = JSON.parse(data ?? '') as { id?: string }
    // What became of visible comments just before may be told after the greeting; nothing else comes.
    if (event === 'appeared') expect(appeared).toContain(id)
    if (event === 'vanished') expect(open.fellIds).toContain(id)
  }
  expect(told.match(/^event: /gm)?.length).toBe(told.match(/^event: .+\ndata: .+$/gm)?.length)
  const neverSeen = hiddenIds.filter((id) => !open.fellIds.includes(id))
  for (const secret of [...Object.values(CANARY), ...neverSeen]) expect.soft(told).not.toContain(secret)

  const stranger = await aComment(stet, { under: open.other.slug, body: 'Somebody else, with a key.' })
  const member = await aUser(stet, {
    role: 'member',
    email: 'reader@mail.example',
    password: 'a long enough phrase',
  })
  const personas: Persona[] = [
    anonymous,
    persona(server.url, { guestSecret: stranger.guestSecret }),
    await persona(server.url).signIn('reader@mail.example', 'a long enough phrase'),
  ]
  expect(member.role).toBe('member')

  const everything = addresses([...slugs, ...hiddenSlugs], [...visibleIds, ...hiddenIds])
  const asked = personas.flatMap((who) =>
    everything.flatMap((path) => [
      { who, path, method: 'GET' as const, headers: {} },
      { who, path, method: 'HEAD' as const, headers: {} },
      ...DISGUISES.map((headers) => ({ who, path, method: 'GET' as const, headers })),
    ]),
  )
  await someAtOnce(asked, async ({ who, path, method, headers }) => {
    const found = leaks(await snapshot(who, path, { method, headers }))
    expect.soft(found, `${who.name} ${method} ${path} ${JSON.stringify(headers)}`).toEqual([])
  })
  expect(asked.length).toBeGreaterThan(500)

  // A draft's address and a hidden comment's id answer exactly like ones that never were.
  for (const slug of hiddenSlugs) {
    const draft = await snapshot(anonymous, `/articles/${slug}`)
    const nothing = await snapshot(anonymous, '/articles/never-was-here')
    expect(draft.status).toBe(404)
    expect(draft.comparable).toBe(nothing.comparable)
  }
  const nobody = await snapshot(anonymous, `/comments/${unknown}`)
  for (const id of hiddenIds) {
    expect((await snapshot(anonymous, `/comments/${id}`)).comparable).toBe(nobody.comparable)
  }

  // Answering something hidden is refused in the words for something unknown.
  const [first, ...rest] = forms(open.piece.slug, [unknown, ...hiddenIds])
  const refusedUnknown = await snapshot(anonymous, first?.path ?? '', { form: first?.body })
  expect(refusedUnknown.status).toBeGreaterThanOrEqual(400)
  for (const { path, body } of rest) {
    const refused = await snapshot(anonymous, path, { form: body })
    expect(refused.status).toBe(refusedUnknown.status)
    expect(refused.comparable.replaceAll(body.parentId ?? '', unknown)).toBe(refusedUnknown.comparable)
  }
  for (const [i, asked] of questions(unknown).entries()) {
    const nothing = await snapshot(anonymous, asked.path, { form: asked.body })
    expect(nothing.status).toBeGreaterThanOrEqual(400)
    for (const id of hiddenIds) {
      const { path, body } = questions(id)[i] ?? asked
      const refused = await snapshot(anonymous, path, { form: body })
      expect(refused.status, path).toBe(nothing.status)
      expect(refused.comparable.replaceAll(id, unknown), path).toBe(nothing.comparable)
    }
  }
})

test('the canary test can fail: an approved token is found', async ({ server, stet }) => {
  const piece = await aPiece(stet, { title: 'A piece with a loud comment' })
  await aComment(stet, { under: piece.slug, body: CANARY.waiting, then: 'approve' })
  const taken = await snapshot(persona(server.url), `/articles/${piece.slug}`)
  expect(leaks(taken)).toContain(CANARY.waiting)
})
