import { expect, test } from 'vitest'
import { ANONYMOUS } from '../../../lib/kernel/actor'
import { value } from '../../support/people'
import { studio } from './studio'

test('the list of what needs attention holds what does, page by page, and counts nothing it has not read', async () => {
  const { stet, editor, start, save, ports } = await studio()
  for (let n = 0; n < 60; n += 1) {
    // TK within a word is found by the database, and by nobody who reads.
    const text = n % 2 ? `There were TK of them ${n}.` : `The ATK of ${n}.`
    value(await save(await start(editor), { title: `Draft ${n}`, text }, editor))
    ports.clock.advance(1_000)
  }
  const first = value(await stet.articles.list(editor, { only: 'attention' }))
  expect(first.counts).toBeNull()
  expect(first.rows.items.map(({ title }) => title)).toEqual(
    Array.from({ length: 25 }, (_, n) => `Draft ${59 - 2 * n}`),
  )
  const rest = value(await stet.articles.list(editor, { only: 'attention', after: first.rows.next ?? '' }))
  expect(rest.rows.items.map(({ title }) => title)).toEqual([
    'Draft 9',
    'Draft 7',
    'Draft 5',
    'Draft 3',
    'Draft 1',
  ])
  expect(rest.rows.next).toBeNull()
})

test('what can be narrowed down to is for those who may open the studio', async () => {
  const { stet, writer, publicPiece } = await studio()
  await publicPiece('Ropes')
  expect((await stet.articles.filters(writer)).authors.map(({ id }) => id)).toContain(writer.userId)
  expect(await stet.articles.filters(ANONYMOUS)).toEqual({ authors: [], tags: [], series: [] })
})

test('with words to look for, texts are read once and not again for each tab', async () => {
  const { stet, editor, start, save } = await studio()
  value(await save(await start(editor), { title: 'Ropes', text: 'Tarred.' }, editor))
  const found = value(await stet.articles.list(editor, { words: 'tarred' }))
  expect(found.rows.items.map(({ title }) => title)).toEqual(['Ropes'])
  expect(found.counts).toBeNull()
})
