import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BranchView, ThreadView } from '@/lib/comments/comment-view'
import { aBranch, anOwnComment } from '../reader/views'
import { FakeEventSource, withStreams } from './fake-event-source'
import { scrollTo, withScreen } from './fake-intersections'
import { type Answer, defineElements, find, serve } from './page'
import { MINE, PATH, fragment, gone, idsOn, mine, only, openThread, press } from './stage'

beforeAll(defineElements)
beforeEach(() => {
  withStreams()
  withScreen()
})
afterEach(() => {
  document.body.replaceChildren()
  Object.defineProperty(document, 'hidden', { configurable: true, value: false })
  localStorage.clear()
  vi.unstubAllGlobals()
})

const FIRST = `GET ${PATH}/thread`
const asking = (id: string): string => `GET ${PATH}/thread?only=${id}`
const at = (minute: number): string => `2025-02-12T14:${String(minute).padStart(2, '0')}:00.000Z`
const say = (name: string, data: object): void => FakeEventSource.last.say(name, data, 'b-2')

/** A thread somebody reads: the line is open, and the server has greeted. */
const reading = async (
  thread: Partial<ThreadView>,
  answers: Readonly<Record<string, () => Answer>> = {},
  greeting: object = {},
) => {
  const fetched = await openThread(thread, answers)
  scrollTo(find('stet-thread'))
  FakeEventSource.last.say(
    'hello',
    { stream: 's', count: thread.count ?? 1, active: 2, typing: 0, ...greeting },
    'b-1',
  )
  return fetched
}
const news = (): HTMLElement => find('.bar-news')
const hide = (hidden: boolean): void => {
  Object.defineProperty(document, 'hidden', { configurable: true, value: hidden })
  document.dispatchEvent(new Event('visibilitychange'))
}

describe('who is here', () => {
  it('is asked when the thread comes near, and not while nobody looks', async () => {
    await openThread({})
    expect(FakeEventSource.all).toHaveLength(0)
    scrollTo(find('stet-thread'))
    expect(FakeEventSource.all).toHaveLength(1)
    hide(true)
    expect(FakeEventSource.last.readyState).toBe(FakeEventSource.CLOSED)
    hide(false)
    expect(FakeEventSource.all).toHaveLength(2)
    document.body.replaceChildren()
    expect(FakeEventSource.last.readyState).toBe(FakeEventSource.CLOSED)
  })

  it('is told in numbers', async () => {
    await reading({})
    expect(find('.active').textContent).toBe('Active: 2')
    expect(find('.typing').textContent).toBe('')
    say('typing', { typing: 1 })
    expect(find('.typing').textContent).toBe('Someone is typing...')
    say('typing', { typing: 3 })
    expect(find('.typing').textContent).toBe('3 people are typing...')
    say('active', { active: 1_200 })
    expect(find('.active').textContent).toBe('Active: 1,200')
  })

  it('learns that this reader types: at most every three seconds, and only when somebody else is there', async () => {
    const fetched = await reading({}, { [`POST ${PATH}/typing`]: () => new Response(null, { status: 204 }) })
    const typed = () => fetched.mock.calls.filter(([address]) => String(address).endsWith('/typing'))
    const type = () => find('textarea').dispatchEvent(new Event('input', { bubbles: true }))
    const now = vi.spyOn(performance, 'now')
    now.mockReturnValue(10_000)
    say('active', { active: 1 })
    type()
    expect(typed()).toHaveLength(0)
    say('active', { active: 2 })
    type()
    type()
    expect(typed()).toHaveLength(1)
    expect(typed()[0]?.[1]?.body).toBe('{"stream":"s"}')
    now.mockReturnValue(13_001)
    find('[name=name]').dispatchEvent(new Event('input', { bubbles: true }))
    expect(typed()).toHaveLength(1)
    type()
    expect(typed()).toHaveLength(2)
    now.mockRestore()
  })
})

it('how many comments there are stands right wherever the page says it, and other pieces keep theirs', async () => {
  await reading({})
  document.body.insertAdjacentHTML(
    'beforeend',
    '<a class="comment-link" href="#comments">1 Comment</a><a class="comment-link" href="/articles/b#comments">7 Comments</a>',
  )
  say('vanished', { id: 'elsewhere', count: 1_024 })
  expect(find('.conversation-count').textContent).toBe('1,024')
  expect([...document.querySelectorAll('.comment-link')].map((link) => link.textContent)).toEqual([
    '1,024 Comments',
    '7 Comments',
  ])
})

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

describe('a comment that leaves the sight of readers', () => {
  const branches = [aBranch({ id: 'c1' }, [aBranch({ id: 'r1', level: 1 })]), aBranch({ id: 'c2' })]

  it('leaves the page with its branch, and the focus goes to the next', async () => {
    await reading({ count: 3, branches }, { [asking('c1')]: gone })
    find('#comment-r1 .comment-reply').focus()
    say('vanished', { id: 'c1', count: 1 })
    await vi.waitFor(() => expect(idsOn()).toEqual(['c2']))
    await vi.waitFor(() => expect(document.activeElement).toBe(find('#comment-c2 > .comment-body')))
    expect(find('.conversation-count').textContent).toBe('1')
  })

  it('leaves it even when the server cannot be asked', async () => {
    await reading({ count: 3, branches })
    say('vanished', { id: 'c1', count: 1 })
    await vi.waitFor(() => expect(idsOn()).toEqual(['c2']))
  })

  it('becomes a stub when the server shows one', async () => {
    const stub = aBranch({ id: 'c1', kind: 'stub', name: '', body: '', createdAt: '' })
    await reading({ count: 3, branches }, { [asking('c1')]: only(stub) })
    say('vanished', { id: 'c1', count: 2 })
    await vi.waitFor(() => expect(find('#comment-c1').textContent).toContain('Comment removed by its author'))
    expect(find('#comment-c1').textContent).toContain('Hide 1 reply')
    expect(document.querySelector('#comment-c1 > .comment-body')).toBeNull()
    expect(idsOn()).toEqual(['c1', 'r1', 'c2'])
  })

  it('takes the stub above it along when nothing else answers that', async () => {
    const stub = { kind: 'stub', name: '', body: '', createdAt: '' } as const
    await reading(
      {
        count: 2,
        branches: [aBranch({ id: 'c1', ...stub }, [aBranch({ id: 'r1', level: 1 })]), aBranch({ id: 'c2' })],
      },
      { [asking('r1')]: gone },
    )
    say('vanished', { id: 'r1', count: 1 })
    await vi.waitFor(() => expect(idsOn()).toEqual(['c2']))
  })

  it('takes along what answers it below the last level', async () => {
    const answering = (id: string, to: string): BranchView =>
      aBranch({ id, level: 3, inReplyTo: { id: to, name: 'Grace' } })
    const deep = [
      aBranch({ id: 'd3', level: 3 }),
      answering('f1', 'd3'),
      answering('f2', 'f1'),
      answering('f3', 'd3'),
    ]
    await reading(
      {
        branches: [
          aBranch({ id: 'd0' }, [aBranch({ id: 'd1', level: 1 }, [aBranch({ id: 'd2', level: 2 }, deep)])]),
        ],
      },
      { [asking('f1')]: gone },
    )
    say('vanished', { id: 'f1', count: 5 })
    await vi.waitFor(() => expect(idsOn('#comment-d2 > .replies > .comment')).toEqual(['d3', 'f3']))
  })

  it('does not take along what a reader is writing in answer to it', async () => {
    await reading({ count: 3, branches }, { [asking('c1')]: gone })
    press('#comment-c1 > .comment-body .comment-reply')
    find<HTMLTextAreaElement>('#comment-c1 textarea').value = 'As I was saying.'
    say('vanished', { id: 'c1', count: 1 })
    await vi.waitFor(() => expect(idsOn()).toEqual(['c2']))
    expect(find<HTMLTextAreaElement>('textarea').value).toBe('As I was saying.')
  })

  it('takes the page of its branch with it', async () => {
    await reading(
      { branch: 'r1', trail: [aBranch({ id: 'c1' }).comment], branches: [aBranch({ id: 'r1', level: 1 })] },
      { [asking('r1')]: gone },
    )
    say('vanished', { id: 'c1', count: 0 })
    await vi.waitFor(() => expect(idsOn()).toEqual([]))
  })
})

describe('what changes in place', () => {
  it('a text, while an open reply stays open', async () => {
    await reading(
      { branches: [aBranch({ id: 'c1', body: 'Old' })] },
      { [asking('c1')]: only(aBranch({ id: 'c1', body: 'New <b>', edited: true })) },
    )
    press('.comment-reply')
    const area = find<HTMLTextAreaElement>('#comment-c1 textarea')
    say('changed', { id: 'c1' })
    await vi.waitFor(() => expect(find('#comment-c1 .comment-text').textContent).toBe('New <b>'))
    expect(find('#comment-c1 .comment-head').textContent).toContain('(Edited)')
    expect(area.isConnected).toBe(true)
  })

  it('how many recommend it', async () => {
    await reading({ branches: [aBranch({ id: 'c1' })] })
    say('recommended', { id: 'c1', recommends: 7 })
    expect(find('.recommend-count').textContent).toBe('7')
    say('recommended', { id: 'nowhere', recommends: 7 })
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

it('a page without a thread asks for nothing', () => {
  const fetched = serve({})
  document.body.innerHTML = '<main>Guidelines</main>'
  expect(fetched).not.toHaveBeenCalled()
  expect(FakeEventSource.all).toHaveLength(0)
})
