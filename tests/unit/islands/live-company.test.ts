import { describe, expect, it, vi } from 'vitest'
import { aBranch } from '../reader/views'
import { FakeEventSource } from './fake-event-source'
import { scrollTo } from './fake-intersections'
import { find, serve } from './page'
import { PATH, only, openThread, press } from './stage'
import { asking, say, reading } from './live-reading'
import { openPages } from './open-pages'

openPages()

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

it('a page without a thread asks for nothing', () => {
  const fetched = serve({})
  document.body.innerHTML = '<main>Guidelines</main>'
  expect(fetched).not.toHaveBeenCalled()
  expect(FakeEventSource.all).toHaveLength(0)
})
