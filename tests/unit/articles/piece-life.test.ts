import { describe, expect, test } from 'vitest'
import { DAY, HOUR } from '../../../lib/kernel/clock'
import { refusal, value } from '../../support/people'
import { TEXT, studio } from './studio'

describe('a new piece', () => {
  test('is an untitled draft with its writer’s name on it, at an address nobody can guess', async () => {
    const { start, open, stet, writer, log } = await studio()
    const articleId = await start()
    const piece = await open(articleId)
    expect(piece).toMatchObject({ title: '', text: '', status: 'draft', version: 1, language: 'en' })
    expect(piece.slug).toMatch(/^piece-[0-9a-z]{8}$/)
    expect(piece.bylines).toEqual([{ name: 'The writer', slug: 'the-writer', path: '/authors/the-writer' }])
    const { rows } = value(await stet.articles.list(writer, {}))
    expect(rows.items.map(({ title }) => title)).toEqual(['Untitled'])
    expect(log()).toEqual(['create.article'])
  })
})

describe('saving', () => {
  test('stores what was typed, rendered and counted, and readers see nothing of it', async () => {
    const { ports, start, save, open, read, meaning } = await studio()
    const articleId = await start()
    expect(
      value(await save(articleId, { title: ' Two\nropes ', text: '*Hemp*\r\n\r\n# Manila' })).version,
    ).toBe(2)
    const piece = await open(articleId)
    expect(piece).toMatchObject({ title: 'Two ropes', slug: 'two-ropes', wordCount: 2, direction: 'ltr' })
    expect(piece.text).toBe('*Hemp*\n\n## Manila')
    expect(piece.html).toBe('<p><em>Hemp</em></p><h2 id="h-manila">Manila</h2>')
    expect(await read('two-ropes')).toBeNull()
    expect(await meaning('two-ropes')).toEqual({ kind: 'missing' })
    expect([...ports.tables.outbox.values()]).toEqual([])
  })

  test('the same text twice (a double click, a retry) is one revision, and no conflict', async () => {
    const { ports, stet, start, writer, open } = await studio()
    const articleId = await start()
    const once = { articleId, version: 1, title: 'Ropes', text: TEXT }
    const first = value(await stet.articles.save(writer, once))
    const { slug, updatedAt } = ports.tables.articles.get(articleId) ?? {}
    expect(first).toEqual({ version: 2, slug, updatedAt, merged: false })
    expect(slug).toBe('ropes')
    expect(value(await stet.articles.save(writer, once))).toEqual(first)
    const { version, text } = await open(articleId)
    expect(value(await stet.articles.save(writer, { ...once, version, text })).version).toBe(2)
    // Written over the empty one it was started with, a moment ago by the same person.
    expect(ports.tables.articleRevisions.size).toBe(1)
  })

  test('fields left out keep what the draft has', async () => {
    const { start, save, open } = await studio()
    const articleId = await start()
    value(await save(articleId, { title: 'حبال', text: 'نص', dek: 'On ropes', language: 'AR' }))
    value(await save(articleId, { text: 'نص آخر' }))
    expect(await open(articleId)).toMatchObject({
      dek: 'On ropes',
      language: 'ar',
      direction: 'rtl',
      slug: 'حبال',
    })
  })

  test.each([
    ['title', { title: 'x'.repeat(201) }, /200 characters/],
    ['dek', { dek: 'x'.repeat(501) }, /500 characters/],
    ['text', { text: 'x'.repeat(200_001) }, /200,000 characters/],
    ['text', { text: 'www.a.b '.repeat(24_000) }, /200,000 characters/],
    ['language', { language: 'klingon please' }, /en, de-AT or ar/],
  ])(
    'refuses a %s that is wrong, with a sentence at the field, and stores nothing',
    async (field, fields, sentence) => {
      const { start, save, open } = await studio()
      const articleId = await start()
      const error = refusal(await save(articleId, fields))
      expect(error.code).toBe('invalid')
      expect(Object.keys(error.fields ?? {})).toEqual([field])
      expect(error.fields?.[field]).toMatch(sentence)
      expect(await open(articleId)).toMatchObject({ version: 1 })
    },
  )

  test('from an old version loses nothing: both texts are kept and shown', async () => {
    const { ports, stet, start, writer, editor, save } = await studio()
    const articleId = await start()
    value(await save(articleId, { title: 'Ropes', text: 'theirs' }, editor))
    const mine = { articleId, version: 1, title: 'Ropes', text: '**mine**' }
    const error = refusal(await stet.articles.save(writer, mine))
    expect(error.code).toBe('conflict')
    expect(error.details).toMatchObject({ mine, theirs: { text: 'theirs', version: 3 } })
    const kept = [...ports.tables.articleRevisions.values()].filter(({ kind }) => kind === 'conflict')
    expect(kept.map(({ plainText, authorId }) => [plainText, authorId])).toEqual([['mine', writer.userId]])
    expect(value(await stet.articles.save(writer, { ...mine, version: 2 })).version).toBe(4)
  })
})

describe('publishing', () => {
  test('needs a title and some text, and says so at the fields', async () => {
    const { start, save, publish, open } = await studio()
    const articleId = await start()
    value(await save(articleId, { text: '---' }))
    const error = refusal(await publish(articleId))
    expect(error.code).toBe('invalid')
    expect(Object.keys(error.fields ?? {})).toEqual(['title', 'text'])
    expect(await open(articleId)).toMatchObject({ status: 'draft' })
  })

  test('freezes the text until it is published again', async () => {
    const { ports, publicPiece, save, publish, read, open, meaning } = await studio()
    const articleId = await publicPiece()
    const first = await read('ropes')
    expect(first).toMatchObject({
      title: 'Ropes',
      html: `<p>${TEXT}</p>`,
      publishedAt: '2025-02-12T12:00:00.000Z',
    })
    value(await save(articleId, { title: 'Cables', text: 'Steel.' }))
    expect(await read('ropes')).toEqual(first)
    expect(await open(articleId)).toMatchObject({ hasUnpublishedChanges: true, slug: 'ropes' })
    value(await publish(articleId))
    expect(await read('ropes')).toMatchObject({
      ...{ title: 'Cables', html: '<p>Steel.</p>' },
      ...{ publishedAt: '2025-02-12T12:00:00.000Z', updatedAt: '2025-02-12T13:00:00.000Z' },
    })
    expect(await meaning('cables')).toEqual({ kind: 'missing' })
    expect(await open(articleId)).toMatchObject({ hasUnpublishedChanges: false })
    expect([...ports.tables.outbox.values()].map(({ effect }) => effect)).toEqual([
      { kind: 'article.changed', articleId, slugs: ['ropes'] },
      { kind: 'article.changed', articleId, slugs: ['ropes'] },
    ])
  })

  test('hours after the last save, readers are not told that it changed before it came out', async () => {
    const { ports, start, save, publish, read } = await studio()
    const articleId = await start()
    value(await save(articleId, { title: 'Ropes', text: TEXT }))
    ports.clock.advance(3 * HOUR)
    value(await publish(articleId))
    const noon = '2025-02-12T15:00:00.000Z'
    expect(await read('ropes')).toMatchObject({ publishedAt: noon, updatedAt: noon })
  })

  test('what is public already is done already', async () => {
    const { ports, publicPiece, publish, open } = await studio()
    const articleId = await publicPiece()
    const { version } = await open(articleId)
    expect(value(await publish(articleId))).toEqual({ version, path: '/articles/ropes' })
    expect(ports.tables.outbox.size).toBe(1)
  })

  test('from an old version is a conflict: nobody publishes what they have not seen', async () => {
    const { stet, editor, start, save, open } = await studio()
    const articleId = await start()
    value(await save(articleId, { title: 'Ropes', text: TEXT }))
    const error = refusal(await stet.articles.publish(editor, { articleId, version: 1 }))
    expect(error.code).toBe('conflict')
    expect(await open(articleId)).toMatchObject({ status: 'draft' })
  })

  test('a piece that comes back keeps its date', async () => {
    const { ports, publicPiece, move, publish, read } = await studio()
    const articleId = await publicPiece()
    value(await move(articleId, 'unpublish'))
    ports.clock.advance(DAY)
    value(await publish(articleId))
    expect(await read('ropes')).toMatchObject({ publishedAt: '2025-02-12T12:00:00.000Z' })
  })
})

describe('taking away', () => {
  test('an unpublished or trashed piece was here: gone, not missing; a draft never was', async () => {
    const { publicPiece, start, save, move, meaning, read } = await studio()
    const articleId = await publicPiece()
    for (const to of ['unpublish', 'trash', 'restore'] as const) {
      value(await move(articleId, to))
      expect(await meaning('ropes'), to).toEqual({ kind: 'gone', of: 'piece' })
      expect(await read('ropes'), to).toBeNull()
    }
    const draft = await start()
    value(await save(draft, { title: 'Never seen' }))
    value(await move(draft, 'trash'))
    expect(await meaning('never-seen')).toEqual({ kind: 'missing' })
  })

  test('what is in the trash cannot be changed, but what was typed is kept', async () => {
    const { ports, start, save, move, open } = await studio()
    const articleId = await start()
    value(await save(articleId, { title: 'Ropes', text: TEXT }))
    value(await move(articleId, 'trash'))
    const error = refusal(await save(articleId, { text: 'too late' }))
    expect(error).toMatchObject({ code: 'conflict', message: expect.stringContaining('trash') })
    expect([...ports.tables.articleRevisions.values()].at(-1)).toMatchObject({
      kind: 'conflict',
      plainText: 'too late',
    })
    value(await move(articleId, 'restore'))
    expect(await open(articleId)).toMatchObject({ status: 'draft', text: TEXT })
  })

  test('moves that are not in the table are conflicts', async () => {
    const { start, move, publicPiece, publish } = await studio()
    const draft = await start()
    expect(refusal(await move(draft, 'unpublish')).code).toBe('conflict')
    expect(refusal(await move(draft, 'restore')).code).toBe('conflict')
    const gone = await publicPiece()
    value(await move(gone, 'trash'))
    expect(refusal(await publish(gone)).code).toBe('conflict')
    expect(refusal(await move(gone, 'trash')).code).toBe('conflict')
  })
})

describe('lists', () => {
  test('count every state, show writers their own, and page', async () => {
    const { ports, stet, start, save, publicPiece, move, owner, editor, writer } = await studio()
    for (let i = 0; i < 27; i += 1) {
      value(await save(await start(editor), { title: `Draft ${i}` }, editor))
      ports.clock.advance(1_000)
    }
    const own = await publicPiece()
    value(await move(await publicPiece('Old ropes'), 'unpublish'))
    value(await move(await start(), 'trash'))
    const all = value(await stet.articles.list(owner, {}))
    expect(all.counts).toMatchObject({
      draft: 27,
      published: 1,
      unpublished: 1,
      trashed: 1,
      review: 0,
      scheduled: 0,
    })
    expect(all.rows.items).toHaveLength(25)
    const rest = value(await stet.articles.list(owner, { after: all.rows.next ?? '' }))
    expect(rest.rows.items.map(({ title }) => title)).toEqual(
      ['Draft 3', 'Draft 2', 'Draft 1', 'Draft 0'].slice(0, 4),
    )
    expect(rest.rows.next).toBeNull()
    const hers = value(await stet.articles.list(writer, { status: 'published' }))
    expect(hers.rows.items.map(({ id }) => id)).toEqual([own])
    expect(hers.counts?.draft).toBe(0)
    expect(refusal(await stet.articles.list(owner, { after: 'forged' })).code).toBe('invalid')
  })

  test('of readers hold public pieces only, newest first', async () => {
    const { stet, publicPiece, start, save, move } = await studio()
    await publicPiece('First')
    value(await move(await publicPiece('Withdrawn'), 'unpublish'))
    await publicPiece('Second')
    await publicPiece('Third')
    value(await save(await start(), { title: 'Draft', text: TEXT }))
    const page = await stet.articles.latest({ limit: 2 })
    expect(page.items.map(({ title }) => title)).toEqual(['Third', 'Second'])
    const one = await stet.articles.latest({ limit: 2 })
    const two = await stet.articles.latest({ limit: 2, after: one.next ?? '' })
    expect(two.items.map(({ title }) => title)).toEqual(['First'])
    expect(two.next).toBeNull()
    expect((await stet.articles.latest({ limit: 1, after: 'forged' })).items[0]?.title).toBe('Third')
  })
})

describe('comments on a piece', () => {
  test('are open until the piece or the site says closed', async () => {
    const { ports, publicPiece, read } = await studio()
    const articleId = await publicPiece()
    const set = (facts: object) => {
      const article = ports.tables.articles.get(articleId)
      if (article) ports.tables.articles.set(articleId, { ...article, ...facts })
    }
    expect((await read('ropes'))?.commentsOpen).toBe(true)
    set({ commentMode: 'closed' })
    expect((await read('ropes'))?.commentsOpen).toBe(false)
    const end = ports.clock.now() + HOUR
    set({ commentMode: 'all', commentsCloseAt: end })
    const until = new Date(end).toISOString()
    expect(await read('ropes')).toMatchObject({ commentsOpen: true, commentsCloseAt: until })
    ports.clock.advance(HOUR)
    expect(await read('ropes')).toMatchObject({ commentsOpen: false, commentsCloseAt: null })
    set({ commentMode: null, commentsCloseAt: null })
    const { settings } = await ports.settingsStore.read()
    ports.tables.site = { settings: { ...settings, commentMode: 'closed' }, version: 1 }
    expect((await read('ropes'))?.commentsOpen).toBe(false)
  })
})
