import { describe, expect, test } from 'vitest'
import { HOUR } from '../../../lib/kernel/clock'
import { refusal, value } from '../../support/people'
import { TEXT, studio } from './studio'

describe('the address of a draft', () => {
  test('follows its title', async () => {
    const { start, save, open } = await studio()
    const articleId = await start()
    for (const [title, slug] of [
      ['Ropes', 'ropes'],
      ['Old ropes', 'old-ropes'],
      ['Ропы', 'ропы'],
    ] as const) {
      value(await save(articleId, { title }))
      expect((await open(articleId)).slug).toBe(slug)
    }
  })

  test('stays the one that was typed, until the field is emptied', async () => {
    const { start, save, open } = await studio()
    const articleId = await start()
    value(await save(articleId, { title: 'Ropes', slug: 'My Own!' }))
    expect((await open(articleId)).slug).toBe('my-own')
    value(await save(articleId, { title: 'Cables', slug: 'my-own' }))
    expect((await open(articleId)).slug).toBe('my-own')
    value(await save(articleId, { title: 'Cables', slug: ' ' }))
    expect((await open(articleId)).slug).toBe('cables')
  })

  test('gets a number when another piece has it, and keeps it', async () => {
    const { start, save, open } = await studio()
    const slugs: string[] = []
    for (let i = 0; i < 23; i += 1) {
      const articleId = await start()
      value(await save(articleId, { title: 'Ropes' }))
      value(await save(articleId, { title: 'Ropes', text: TEXT }))
      slugs.push((await open(articleId)).slug)
    }
    expect(slugs.slice(0, 3)).toEqual(['ropes', 'ropes-2', 'ropes-3'])
    expect(slugs[20]).toMatch(/^ropes-[0-9a-z]{8}$/)
    expect(new Set(slugs).size).toBe(23)
  })
})

describe('the address of a piece that was public', () => {
  test('changes only when told, at once, and the old one leads to it in one hop', async () => {
    const { ports, publicPiece, save, editor, meaning, read } = await studio()
    const articleId = await publicPiece()
    value(await save(articleId, { title: 'Cables' }, editor))
    expect(await meaning('cables')).toEqual({ kind: 'missing' })
    value(await save(articleId, { slug: 'cables' }, editor))
    expect(await meaning('ropes')).toEqual({ kind: 'moved', slug: 'cables', of: 'piece' })
    value(await save(articleId, { slug: 'wires' }, editor))
    expect(await meaning('ropes')).toEqual({ kind: 'moved', slug: 'wires', of: 'piece' })
    expect(await meaning('cables')).toEqual({ kind: 'moved', slug: 'wires', of: 'piece' })
    expect(await read('wires')).toMatchObject({ id: articleId, title: 'Ropes' })
    expect([...ports.tables.outbox.values()].at(-1)?.effect).toMatchObject({ slugs: ['cables', 'wires'] })
  })

  test('can be taken back by the piece, never by another one', async () => {
    const { publicPiece, save, editor, start, open, meaning } = await studio()
    const articleId = await publicPiece()
    value(await save(articleId, { slug: 'cables' }, editor))
    const other = await start(editor)
    value(await save(other, { title: 'Ropes' }, editor))
    expect((await open(other)).slug).toBe('ropes-2')
    value(await save(articleId, { slug: 'ropes' }, editor))
    expect(await meaning('ropes')).toEqual({ kind: 'public', articleId, of: 'piece' })
    expect(await meaning('cables')).toEqual({ kind: 'moved', slug: 'ropes', of: 'piece' })
  })

  test('is nothing where it was given after the piece was taken down, until it comes back there', async () => {
    const { publicPiece, save, move, publish, editor, meaning } = await studio()
    const articleId = await publicPiece()
    value(await move(articleId, 'unpublish'))
    value(await save(articleId, { slug: 'never-told' }, editor))
    expect(await meaning('never-told')).toEqual({ kind: 'missing' })
    expect(await meaning('ropes')).toEqual({ kind: 'gone', of: 'piece' })
    value(await save(articleId, { slug: 'told' }, editor))
    value(await publish(articleId))
    expect(await meaning('told')).toMatchObject({ kind: 'public' })
    // Nobody was sent there, so nothing leads on from it.
    expect(await meaning('never-told')).toEqual({ kind: 'missing' })
    expect(await meaning('ropes')).toMatchObject({ kind: 'moved', slug: 'told' })
    value(await move(articleId, 'trash'))
    expect(await meaning('told')).toEqual({ kind: 'gone', of: 'piece' })
  })

  test('of a piece that comes back at a moment is nothing before, nor when it is called off', async () => {
    const { ports, stet, publicPiece, save, open, move, editor, meaning } = await studio()
    const articleId = await publicPiece()
    value(await move(articleId, 'unpublish'))
    value(await save(articleId, { slug: 'comes-back' }, editor))
    const schedule = async () => {
      const at = new Date(ports.clock.now() + 2 * HOUR).toISOString()
      const [date = '', time = ''] = at.split('T')
      const { version } = await open(articleId)
      const wall = { date, time: time.slice(0, 5), zone: 'UTC' }
      return value(await stet.articles.schedule(editor, { articleId, version, ...wall }))
    }
    await schedule()
    expect(await meaning('comes-back')).toEqual({ kind: 'missing' })
    value(await move(articleId, 'unschedule'))
    ports.clock.advance(3 * HOUR)
    expect(await meaning('comes-back')).toEqual({ kind: 'missing' })
    await schedule()
    value(await save(articleId, { slug: 'at-last' }, editor))
    ports.clock.advance(3 * HOUR)
    expect(await meaning('at-last')).toMatchObject({ kind: 'public' })
    value(await move(articleId, 'unpublish'))
    expect(await meaning('at-last')).toEqual({ kind: 'gone', of: 'piece' })
    expect(await meaning('comes-back')).toEqual({ kind: 'missing' })
  })

  test('is not a writer’s to change, nor is the rest of that save stored', async () => {
    const { publicPiece, save, writer, open } = await studio()
    const articleId = await publicPiece()
    const error = refusal(await save(articleId, { slug: 'mine', text: 'New.' }, writer))
    expect(error.code).toBe('forbidden')
    expect(error.fields).toHaveProperty('slug')
    expect(await open(articleId)).toMatchObject({ slug: 'ropes', text: TEXT })
  })

  test('is found in another spelling, and tells nothing about drafts that way', async () => {
    const { publicPiece, start, save, move, meaning } = await studio()
    const articleId = await publicPiece('Café Ropes')
    expect(await meaning('Cafe_Ropes')).toEqual({ kind: 'moved', slug: 'cafe-ropes', of: 'piece' })
    expect(await meaning('cafe\u0301-ropes')).toEqual({ kind: 'moved', slug: 'cafe-ropes', of: 'piece' })
    value(await move(articleId, 'unpublish'))
    expect(await meaning('CAFE-ROPES')).toEqual({ kind: 'gone', of: 'piece' })
    value(await save(await start(), { title: 'Secret' }))
    for (const slug of ['Secret', 'secret', '', '\u0000', 'x'.repeat(9_999), '%E0%A4%A'])
      expect(await meaning(slug), slug.slice(0, 20)).toEqual({ kind: 'missing' })
  })
})
