import { describe, expect, it, vi } from 'vitest'
import { aBranch, anOwnComment } from '../reader/views'
import { find } from './page'
import { MINE, PATH, fragment, gone, idsOn, mine, only } from './stage'
import { asking, say, reading } from './live-reading'
import { openPages } from './open-pages'

openPages()

const FIRST = `GET ${PATH}/thread`

const at = (minute: number): string => `2025-02-12T14:${String(minute).padStart(2, '0')}:00.000Z`

const news = (): HTMLElement => find('.bar-news')

describe('new comments', () => {
  const c1 = aBranch({ id: 'c1', createdAt: at(1) })
  const c2 = aBranch({ id: 'c2', createdAt: at(2) })
  const r1 = aBranch({ id: 'r1', level: 1, createdAt: at(3) })

  it('wait for a press, and then stand where they belong', async () => {
    const fetched = await reading(
      { branches: [c1] },
      { [FIRST]: fragment({ branches: [c2, aBranch({ id: 'c1', createdAt: at(1) }, [r1])] }) },
    )
    say('appeared', { id: 'c2', parentId: null, count: 2 })
    expect(news().textContent).toBe('1 new comment')
    expect(find('stet-thread > [role=status]').textContent).toBe('1 new comment')
    say('appeared', { id: 'r1', parentId: 'c1', count: 3 })
    expect(news().textContent).toBe('2 new comments')
    expect(find('.conversation-count').textContent).toBe('3')
    expect(idsOn()).toEqual(['c1'])
    news().click()
    await vi.waitFor(() => expect(news().hidden).toBe(true))
    expect(idsOn()).toEqual(['c2', 'c1', 'r1'])
    expect(find('#comment-c1 > .replies > #comment-r1')).not.toBeNull()
    await vi.waitFor(() => expect(document.activeElement).toBe(find('#comment-c2 > .comment-body')))
    expect(find('#comment-c2 .comment-new').textContent).toBe('New')
    expect(
      fetched.mock.calls.filter(([address]) => String(address).startsWith(`${PATH}/thread`)),
    ).toHaveLength(1)
  })

  it('are announced once, not one by one', async () => {
    await reading({ branches: [c1] })
    say('appeared', { id: 'c2', parentId: null, count: 2 })
    say('appeared', { id: 'c3', parentId: null, count: 3 })
    expect(find('stet-thread > [role=status]').textContent).toBe('1 new comment')
    expect(news().textContent).toBe('2 new comments')
  })

  it('are asked for one by one in other orders', async () => {
    await reading({ sort: 'oldest', branches: [c1] }, { [asking('c2')]: only(c2) })
    say('appeared', { id: 'c2', parentId: null, count: 2 })
    news().click()
    await vi.waitFor(() => expect(idsOn()).toEqual(['c1', 'c2']))
  })

  it('stand in the order of time, also when they were let stand late', async () => {
    const c0 = aBranch({ id: 'c0', createdAt: at(0) })
    await reading({ branches: [c2, c0] }, { [FIRST]: fragment({ branches: [c2, c1, c0] }) })
    say('appeared', { id: 'c1', parentId: null, count: 2 })
    news().click()
    await vi.waitFor(() => expect(idsOn()).toEqual(['c2', 'c1', 'c0']))
  })

  it('bring the answers along that are all there is to see of a comment taken back', async () => {
    const stub = { id: 'c2', kind: 'stub', name: '', body: '', createdAt: '' } as const
    const whole = aBranch(stub, [aBranch({ id: 'r2', level: 1, createdAt: at(3) })])
    await reading(
      { branches: [c1] },
      {
        [FIRST]: fragment({ branches: [c1] }),
        [asking('c2')]: only(aBranch(stub)),
        [`GET ${PATH}/thread?branch=c2`]: fragment({ branch: 'c2', branches: [whole] }),
      },
    )
    say('appeared', { id: 'c2', parentId: null, count: 2 })
    news().click()
    await vi.waitFor(() => expect(idsOn()).toContain('r2'))
    expect(find('#comment-c2 > .comment-stub').textContent).toContain('Comment removed by its author')
  })

  it('are linked to where their branch is not on the page', async () => {
    await reading(
      { branches: [c1] },
      { [FIRST]: fragment({ branches: [c1] }), [asking('far')]: only(aBranch({ id: 'far' })) },
    )
    say('appeared', { id: 'far', parentId: 'elsewhere', count: 2 })
    news().click()
    await vi.waitFor(() => expect(find('.thread-elsewhere').hidden).toBe(false))
    expect(find('.thread-elsewhere a').getAttribute('href')).toBe('/comments/far')
    expect(document.activeElement).toBe(find('.thread-elsewhere'))
    expect(idsOn()).toEqual(['c1'])
  })

  it('that went again before the press are not there', async () => {
    await reading({ branches: [c1] }, { [FIRST]: fragment({ branches: [c1] }), [asking('c3')]: gone })
    say('appeared', { id: 'c2', parentId: null, count: 2 })
    say('appeared', { id: 'r2', parentId: 'c2', count: 3 })
    say('vanished', { id: 'c2', count: 1 })
    expect(news().hidden).toBe(true)
    say('appeared', { id: 'c3', parentId: null, count: 2 })
    news().click()
    await vi.waitFor(() => expect(news().hidden).toBe(true))
    expect(idsOn()).toEqual(['c1'])
  })

  it('stay offered when they could not be had', async () => {
    await reading({ branches: [c1] })
    say('appeared', { id: 'c2', parentId: null, count: 2 })
    news().click()
    await vi.waitFor(() => expect(news().ariaDisabled).toBe('false'))
    expect(news().textContent).toBe('1 new comment')
    expect(news().hidden).toBe(false)
  })

  it('of one’s own are no news: what waited stands now', async () => {
    await reading(
      { branches: [c1] },
      {
        [MINE]: mine([anOwnComment({ id: 'own' })]),
        [asking('own')]: only(aBranch({ id: 'own', createdAt: at(9) })),
      },
    )
    find('#comment-own.comment-waiting')
    say('appeared', { id: 'own', parentId: null, count: 2 })
    await vi.waitFor(() => expect(document.querySelector('.comment-waiting')).toBeNull())
    expect(idsOn()).toEqual(['own', 'c1'])
    expect(news().hidden).toBe(true)
    expect(document.querySelector('#comment-own .comment-new')).toBeNull()
    await vi.waitFor(() => expect(find('#comment-own .comment-recommend').hidden).toBe(true))
  })

  it('that come back with their whole branch are counted and brought together', async () => {
    const branch = aBranch({ id: 'c2', createdAt: at(2) }, [r1])
    await reading(
      { sort: 'oldest', branches: [c1] },
      { [`GET ${PATH}/thread?branch=c2`]: fragment({ branch: 'c2', branches: [branch] }) },
    )
    say('appeared', { id: 'c2', parentId: null, count: 3 })
    expect(news().textContent).toBe('2 new comments')
    news().click()
    await vi.waitFor(() => expect(idsOn()).toEqual(['c1', 'c2', 'r1']))
  })
})

describe('what was missed', () => {
  it('is asked for again: news are offered, what is gone goes, texts are as they are now', async () => {
    const now = [
      aBranch({ id: 'c3', createdAt: at(9) }),
      aBranch({ id: 'c1', body: 'Changed', createdAt: at(2) }),
    ]
    await reading(
      {
        count: 2,
        branches: [aBranch({ id: 'c1', createdAt: at(2) }), aBranch({ id: 'c2', createdAt: at(1) })],
      },
      { [FIRST]: fragment({ branches: now }), [asking('c2')]: gone },
    )
    say('reset', {})
    await vi.waitFor(() => expect(idsOn()).toEqual(['c1']))
    expect(find('#comment-c1 .comment-text').textContent).toBe('Changed')
    expect(news().textContent).toBe('1 new comment')
  })

  it('asks about everything that may be gone in one question', async () => {
    const ids = ['c1', 'c2', 'c3', 'c4']
    const branches = ids.map((id) => aBranch({ id, createdAt: at(1) }))
    const fetched = await reading(
      { count: 4, branches },
      {
        [FIRST]: fragment({ branches: [aBranch({ id: 'c4', createdAt: at(1) })] }),
        [asking('c1,c2,c3')]: only(aBranch({ id: 'c2', body: 'Elsewhere now', createdAt: at(1) })),
      },
    )
    fetched.mockClear()
    say('reset', {})
    await vi.waitFor(() => expect(idsOn()).toEqual(['c2', 'c4']))
    expect(find('#comment-c2 .comment-text').textContent).toBe('Elsewhere now')
    expect(fetched).toHaveBeenCalledTimes(2)
  })

  it('is noticed when the page is older than the line', async () => {
    await reading(
      { count: 1, branches: [aBranch({ id: 'c1', createdAt: at(1) })] },
      {
        [FIRST]: fragment({
          branches: [aBranch({ id: 'c2', createdAt: at(2) }), aBranch({ id: 'c1', createdAt: at(1) })],
        }),
      },
      { count: 2 },
    )
    await vi.waitFor(() => expect(news().textContent).toBe('1 new comment'))
  })

  it('leaves everything as it is when it cannot be asked for', async () => {
    const fetched = await reading({ branches: [aBranch({ id: 'c1' })] })
    say('reset', {})
    await vi.waitFor(() => expect(fetched).toHaveBeenCalledWith(`${PATH}/thread`, expect.anything()))
    expect(idsOn()).toEqual(['c1'])
  })

  it('does not offer what only moved up', async () => {
    const older = aBranch({ id: 'c0', createdAt: at(0) })
    await reading(
      {
        branches: [aBranch({ id: 'c2', createdAt: at(2) }), aBranch({ id: 'c1', createdAt: at(1) })],
        next: 'k',
      },
      {
        [FIRST]: fragment({ branches: [aBranch({ id: 'c1', createdAt: at(1) }), older] }),
        [asking('c2')]: gone,
      },
    )
    say('reset', {})
    await vi.waitFor(() => expect(idsOn()).toEqual(['c1']))
    expect(news().hidden).toBe(true)
  })
})
