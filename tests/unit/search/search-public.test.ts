import { beforeEach, describe, expect, it } from 'vitest'
import { domainError } from '../../../lib/kernel/domain-error'
import { fillIndexes } from '../../../lib/search/keep-index'
import { searchPublic } from '../../../lib/search/search-public'
import type { SearchView } from '../../../lib/search/search-view'
import { storeComment, storePiece } from '../../contract/support/rows'
import { type MemoryPorts, memoryPorts } from '../../support/memory/memory-ports'

describe('what readers find', () => {
  let ports: MemoryPorts
  beforeEach(async () => {
    ports = memoryPorts()
    const world = { ...ports }
    const { id: articleId } = await storePiece(
      world,
      { slug: 'ferry' },
      {
        ...{ title: 'Four minutes across', plainText: 'The ferry crosses the harbour.' },
      },
    )
    await storePiece(
      world,
      { status: 'draft', liveRevisionId: null, publishedAt: null },
      { title: 'Secretive' },
    )
    await storeComment(world, {
      articleId,
      status: 'approved',
      body: 'My lantern lit the ferry.',
      name: 'Ada',
    })
    await storeComment(world, { articleId, body: 'Secretive words.' })
    for (const body of ['Very good.', 'Very true.', 'Very well.']) {
      await storeComment(world, { articleId, status: 'approved', body })
    }
    const steps = fillIndexes(world)
    while (!(await steps.next()).done);
  })

  const ask = async (typed: string, more: object = {}): Promise<SearchView> => {
    const found = await searchPublic(ports, '192.0.2.1', { typed, kind: 'articles', page: 1, ...more })
    if (!found.ok) throw new Error(found.error.message)
    return found.value
  }

  it('asks nothing while nothing is typed', async () => {
    expect(await ask(' \n ')).toMatchObject({ typed: '', totals: null, pages: 1, suggestion: null })
  })

  it('shows pieces with what was found marked, and how many comments there are', async () => {
    const { totals, articles } = await ask('ferry')
    expect(totals).toEqual({ articles: 1, comments: 1 })
    expect(articles).toMatchObject([{ slug: 'ferry', path: '/articles/ferry' }])
    expect(articles[0]?.marked.excerpt).toContainEqual({ text: 'ferry', hit: true })
  })

  it('shows comments with who wrote them and where', async () => {
    const { comments, articles } = await ask('ferry', { kind: 'comments' })
    expect(articles).toEqual([])
    expect(comments).toMatchObject([
      { name: 'Ada', piece: { path: '/articles/ferry', title: 'Four minutes across' } },
    ])
    expect(comments[0]?.permalink).toMatch(/^\/comments\/[0-9a-z]{26}$/)
  })

  it.each([
    ['lantren', 'lantern'],
    ['Ferryy acrosz', 'ferry across'],
    ['"harbuor" lantern', null],
    ['harbuor', 'harbour'],
    // As near to the commoner "very", which begins otherwise.
    ['fery', 'ferry'],
    ['secretve', null],
    ['abc', null],
    ['zzzzzzzz', null],
  ])('for %s it suggests %s', async (typed, suggestion) => {
    expect(await ask(typed)).toMatchObject({ totals: { articles: 0, comments: 0 }, suggestion })
  })

  it('refuses a question longer than any, and who asks too often', async () => {
    const question = { typed: 'x'.repeat(201), kind: 'articles', page: 1 } as const
    expect(await searchPublic(ports, 'a', question)).toMatchObject({ ok: false, error: { code: 'invalid' } })
    const asked: string[] = []
    const limits = {
      ...ports.limits,
      take: async (name: string, key: string) => {
        asked.push(`${name} ${key}`)
        return { ok: false, error: domainError('limited', 'Later.') } as const
      },
    }
    const limited = await searchPublic({ ...ports, limits }, '192.0.2.7', { ...question, typed: 'ferry' })
    expect(limited).toMatchObject({ ok: false, error: { code: 'limited' } })
    expect(asked).toEqual(['search.address 192.0.2.7'])
  })
})
