import { expect, it } from 'vitest'
import type { ArticleChange, ListOrder } from '../../lib/articles/article-store'
import { ARTICLE_STATUSES, STORED_STATUSES } from '../../lib/articles/article-status'
import { type World, onEveryBackend } from './support/backends'
import { aRevision, audit, storePiece, storeUser } from './support/rows'

const change = (articleId: string, given: Partial<ArticleChange> = {}): ArticleChange => ({
  articleId,
  expectVersion: 1,
  set: {},
  audit,
  effects: [],
  ...given,
})

const insert = async (world: World, slug: string) => {
  const piece = await storePiece(world, { slug })
  return piece.id
}

onEveryBackend('ArticleStore', (world) => {
  const apply = (...args: Parameters<typeof change>) => world().articleStore.apply(change(...args))
  const find = async (articleId: string) => {
    const record = await world().articleStore.find(articleId)
    if (!record) throw new Error('no piece')
    return record
  }

  it('stores a piece whole', async () => {
    const writer = await storeUser(world())
    const article = await storePiece(
      world(),
      {
        createdById: writer.id,
        liveRevisionId: null,
        status: 'draft',
        publishedAt: null,
        commentMode: 'first',
      },
      { title: 'כותרת', direction: 'rtl', document: { type: 'doc', attrs: { n: [1, 'x', null] } } },
    )
    const record = await find(article.id)
    expect(record.article).toEqual(article)
    expect(record.live).toBeNull()
    expect(record.draft).toMatchObject({ title: 'כותרת', direction: 'rtl', number: 1 })
    expect(record.draft.document).toEqual({ type: 'doc', attrs: { n: [1, 'x', null] } })
    expect(record.bylines).toEqual([{ userId: writer.id, name: writer.name, slug: writer.slug }])
    expect(await world().articleStore.findRevision(record.draft.id)).toEqual(record.draft)
    expect(await world().articleStore.find(world().ids.random())).toBeNull()
    expect(await world().articleStore.findRevision(world().ids.random())).toBeNull()
  })

  it('sets what a change names, raises the version and leaves its traces', async () => {
    const article = await storePiece(world())
    const revision = { ...aRevision(world(), article, { title: 'Second' }), number: undefined }
    const outcome = await apply(article.id, {
      set: { draftRevisionId: revision.id, commentsCloseAt: 5, commentMode: undefined, trashedAt: null },
      revision,
      effects: [{ key: 'c', effect: { kind: 'article.changed', articleId: article.id, slugs: ['a', 'b'] } }],
    })
    expect(outcome).toBe('stored')
    const record = await find(article.id)
    expect(record.article).toEqual({
      ...article,
      version: 2,
      draftRevisionId: revision.id,
      commentsCloseAt: 5,
    })
    expect(record.draft).toMatchObject({ title: 'Second', number: 2 })
    expect(record.live?.title).not.toBe('Second')
    const [leased] = await world().outboxStore.lease(world().clock.now(), 5, 1)
    expect(leased?.effect).toEqual({ kind: 'article.changed', articleId: article.id, slugs: ['a', 'b'] })
  })

  it('refuses a change that comes late, and writes nothing of it', async () => {
    const article = await storePiece(world())
    await apply(article.id)
    const before = await find(article.id)
    const revision = aRevision(world(), article)
    const late = await apply(article.id, {
      set: { slug: 'late', draftRevisionId: revision.id },
      retiredSlug: article.slug,
      revision,
      effects: [{ key: 'late', effect: { kind: 'article.changed', articleId: article.id, slugs: [] } }],
    })
    expect(late).toBe('conflict')
    expect(await find(article.id)).toEqual(before)
    expect(await world().articleStore.findRevision(revision.id)).toBeNull()
    expect(await world().outboxStore.lease(world().clock.now(), 5, 1)).toEqual([])
    expect(await apply(world().ids.random())).toBe('conflict')
  })

  it('lets one of ten saves through', async () => {
    const article = await storePiece(world())
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => {
        const revision = aRevision(world(), article)
        return apply(article.id, { set: { draftRevisionId: revision.id }, revision })
      }),
    )
    expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(9)
    expect((await find(article.id)).draft.number).toBe(2)
  })

  it('gives no address away that another piece has or had', async () => {
    const first = await insert(world(), 'first')
    const second = await insert(world(), 'second')
    await expect(insert(world(), 'first')).rejects.toThrow('slug-taken')
    expect(await apply(second, { set: { slug: 'first' }, retiredSlug: 'second' })).toBe('slug-taken')
    expect((await find(second)).article).toMatchObject({ slug: 'second', version: 1 })
    expect(await apply(first, { set: { slug: 'renamed' }, retiredSlug: 'first' })).toBe('stored')
    await expect(insert(world(), 'first')).rejects.toThrow('slug-taken')
    expect(await apply(second, { set: { slug: 'first' }, retiredSlug: 'second' })).toBe('slug-taken')
    expect((await find(second)).article.version).toBe(1)
    const now = world().clock.now()
    expect(await world().articleReader.meaningOf('first', now)).toEqual({
      kind: 'moved',
      slug: 'renamed',
      of: 'piece',
    })
  })

  it('lets a piece take back its own old address', async () => {
    const id = await insert(world(), 'old')
    await apply(id, { set: { slug: 'new' }, retiredSlug: 'old' })
    expect(await apply(id, { expectVersion: 2, set: { slug: 'old' }, retiredSlug: 'new' })).toBe('stored')
    const now = world().clock.now()
    expect(await world().articleReader.meaningOf('old', now)).toEqual({
      kind: 'public',
      articleId: id,
      of: 'piece',
    })
    expect(await world().articleReader.meaningOf('new', now)).toEqual({
      kind: 'moved',
      slug: 'old',
      of: 'piece',
    })
  })

  it('gives one of ten pieces the address all want', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => insert(world(), 'wanted')))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('numbers kept revisions without touching the piece', async () => {
    const article = await storePiece(world())
    const kept = Array.from({ length: 8 }, () => aRevision(world(), article, { kind: 'conflict' }))
    await Promise.all(kept.map((revision) => world().articleStore.keepRevision(revision)))
    const numbers = await Promise.all(
      kept.map(async ({ id }) => (await world().articleStore.findRevision(id))?.number ?? 0),
    )
    expect(numbers.sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9])
    expect((await find(article.id)).article).toEqual(article)
  })

  it('lists by latest change, page by page, by status and by person', async () => {
    const writer = await storeUser(world())
    const pieces = []
    for (const [n, status] of STORED_STATUSES.entries()) {
      world().clock.advance(n % 2)
      pieces.push(await storePiece(world(), { status, ...(n < 2 ? { createdById: writer.id } : {}) }))
    }
    const sorted = pieces.sort((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? 1 : -1))
    const order = sorted.map(({ id }) => id)
    const all = { statuses: ARTICLE_STATUSES, now: world().clock.now() }
    const list = async (...args: Parameters<World['articleStore']['list']>) =>
      (await world().articleStore.list(...args)).map(({ article }) => article.id)
    expect(await list(all, null, 10)).toEqual(order)
    expect(await list(all, null, 2)).toEqual(order.slice(0, 3))
    const first = sorted[0]
    expect(await list(all, { at: first?.updatedAt ?? 0, id: first?.id ?? '' }, 2)).toEqual(order.slice(1, 4))
    const own = sorted.filter(({ createdById }) => createdById === writer.id).map(({ id }) => id)
    expect(await list({ ...all, ofUser: writer.id }, null, 10)).toEqual(own)
    expect(await world().articleStore.count(all)).toBe(5)
    expect(await world().articleStore.count({ ...all, statuses: ['trashed'] })).toBe(1)
    expect(await world().articleStore.count({ ...all, ofUser: writer.id })).toBe(2)
    expect(await list({ ...all, statuses: [] }, null, 10)).toEqual([])
  })

  it('narrows down by kind, name, tag, series, what is featured, comes soon or may lack something; in three orders', async () => {
    const now = world().clock.now()
    const ada = await storeUser(world())
    const page = await storePiece(world(), { kind: 'page', updatedAt: now + 1 }, { tags: ['Boats'] })
    const chosen = await storePiece(
      world(),
      { featuredAt: now, createdById: ada.id, updatedAt: now + 2, publishedAt: now - 9 },
      { tags: ['boats', 'say "when"', 'Ärzte'], series: 'Über die Fähre' },
    )
    const coming = await storePiece(
      world(),
      { publishedAt: now + 10, updatedAt: now + 3 },
      { plainText: 'There were TK of them.' },
    )
    const picture = { type: 'figure', attrs: { src: '/media/a.jpg', alt: '' } }
    const draft = await storePiece(
      world(),
      { status: 'draft', liveRevisionId: null, publishedAt: null, updatedAt: now + 4 },
      { document: { type: 'doc', content: [picture] } },
    )
    const whole = { statuses: ARTICLE_STATUSES, now }
    type Filter = Partial<Parameters<World['articleStore']['count']>[0]>
    const list = async (filter: Filter, ...rest: [order?: ListOrder]) => {
      const found = await world().articleStore.list({ ...whole, ...filter }, null, 10, ...rest)
      expect(await world().articleStore.count({ ...whole, ...filter })).toBe(found.length)
      return found.map(({ article }) => article.id)
    }
    expect(await list({ kind: 'page' })).toEqual([page.id])
    expect(await list({ kind: 'piece' })).toEqual([draft.id, coming.id, chosen.id])
    expect(await list({ author: ada.id })).toEqual([chosen.id])
    expect(await list({ tag: 'BOATS' })).toEqual([chosen.id, page.id])
    expect(await list({ tag: 'say "when"' })).toEqual([chosen.id])
    expect(await list({ tag: 'boat' })).toEqual([])
    expect(await list({ tag: 'ÄRZTE' })).toEqual([chosen.id])
    expect(await list({ series: 'über die FÄHRE' })).toEqual([chosen.id])
    expect(await list({ series: 'über' })).toEqual([])
    expect(await list({ featured: true })).toEqual([chosen.id])
    expect(await list({ appearsBefore: now + 11 })).toEqual([coming.id])
    expect(await list({ appearsBefore: now + 10 })).toEqual([])
    expect(await list({ mayNeedAttention: true })).toEqual([draft.id, coming.id])
    expect(await list({}, 'oldest')).toEqual([page.id, chosen.id, coming.id, draft.id])
    expect(await list({}, 'published')).toEqual([coming.id, page.id, chosen.id, draft.id])
    const next = await world().articleStore.list(whole, { at: now, id: page.id }, 10, 'published')
    expect(next.map(({ article }) => article.id)).toEqual([chosen.id, draft.id])
    const later = await world().articleStore.list(whole, { at: now + 3, id: coming.id }, 10, 'oldest')
    expect(later.map(({ article }) => article.id)).toEqual([draft.id])
  })

  it('tells by the clock what is scheduled, out, and taken down by itself; filters by title and editor', async () => {
    const now = world().clock.now()
    const editor = await storeUser(world())
    const out = await storePiece(world(), { assignedToId: editor.id }, { title: 'Fifty% of ROPES' })
    const planned = await storePiece(world(), { publishedAt: now + 10 }, { title: 'Fifty knots' })
    const over = await storePiece(world(), { unpublishAt: now })
    const brief = await storePiece(world(), { publishedAt: now + 10, unpublishAt: now + 20 })
    const list = async (filter: Partial<Parameters<World['articleStore']['count']>[0]>) => {
      const whole = { statuses: ARTICLE_STATUSES, now, ...filter }
      const found = await world().articleStore.list(whole, null, 10)
      expect(await world().articleStore.count(whole)).toBe(found.length)
      return found.map(({ article }) => article.id).sort()
    }
    expect(await list({ statuses: ['published'] })).toEqual([out.id])
    expect(await list({ statuses: ['scheduled'] })).toEqual([planned.id, brief.id].sort())
    expect(await list({ statuses: ['unpublished'] })).toEqual([over.id])
    expect(await list({ statuses: ['unpublished'], now: now + 20 })).toEqual([over.id, brief.id].sort())
    expect(await list({ words: 'fifty% of ropes' })).toEqual([out.id])
    expect(await list({ words: 'fifty' })).toEqual([out.id, planned.id].sort())
    expect(await list({ words: 'y_k' })).toEqual([])
    expect(await list({ title: 'fifty', words: 'let it stand' })).toEqual([out.id, planned.id].sort())
    expect(await list({ assignedTo: editor.id })).toEqual([out.id])
    const month = await world().articleStore.calendar(
      { statuses: ARTICLE_STATUSES, now },
      { from: now + 1, until: now + 11 },
      10,
    )
    expect(month.map(({ article }) => article.id)).toEqual([planned.id, brief.id].sort())
    const taken = await world().articleStore.calendar(
      { statuses: ARTICLE_STATUSES, now },
      { from: now + 15, until: now + 21 },
      10,
    )
    expect(taken.map(({ article }) => article.id)).toEqual([brief.id])
  })

  it('writes a run of saves over one revision, lists them without texts, and finds what two texts came from', async () => {
    const article = await storePiece(world())
    const first = (await find(article.id)).draft
    const next = { ...first, id: world().ids.ordered(), plainText: 'second', version: 2, savedAt: 7 }
    const change = { articleId: article.id, audit, effects: [] }
    const { articleStore } = world()
    await articleStore.apply({
      ...change,
      expectVersion: 1,
      set: { draftRevisionId: next.id },
      revision: next,
    })
    const rewritten = { ...next, plainText: 'third', version: 3, savedAt: 9 }
    const bylineIds = [(await storeUser(world(), { name: 'Zoe' })).id, article.createdById]
    await articleStore.apply({ ...change, expectVersion: 2, set: {}, rewritten, bylineIds })
    await articleStore.keepRevision({ ...first, id: world().ids.ordered(), kind: 'conflict', version: 1 })

    const piece = await find(article.id)
    expect(piece.draft).toEqual({ ...rewritten, number: 2 })
    expect(piece.bylines.map(({ userId }) => userId)).toEqual(bylineIds)
    const lines = await articleStore.revisions(article.id, null, 10)
    expect(lines.map(({ number, kind, version, savedAt }) => [number, kind, version, savedAt])).toEqual([
      [3, 'conflict', 1, first.savedAt],
      [2, 'save', 3, 9],
      [1, 'save', 1, first.savedAt],
    ])
    expect((await articleStore.revisions(article.id, 3, 1)).map(({ number }) => number)).toEqual([2, 1])
    expect((await articleStore.ancestor(article.id, 3))?.number).toBe(2)
    // What it was at version 2 is written over: what that came from is the next best.
    expect((await articleStore.ancestor(article.id, 2))?.number).toBe(1)
    expect(await articleStore.ancestor(article.id, 0)).toBeNull()
  })
})
