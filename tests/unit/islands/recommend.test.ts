import { describe, expect, it, vi } from 'vitest'
import { aBranch, anOwnComment } from '../reader/views'
import { type Answer, find, posted } from './page'
import { MINE, mine, openThread, press } from './stage'
import { openPages } from './open-pages'

openPages()

const POST = 'POST /comments/c1/recommend'
const BUTTON = '#comment-c1 .comment-recommend button'
const pressed = () => find(BUTTON).getAttribute('aria-pressed')
const open = (answer: () => Answer, given: readonly string[] = []) =>
  openThread(
    { branches: [aBranch({ id: 'c1', recommends: 2 })] },
    { [MINE]: mine([], { recommended: given }), [POST]: answer },
  )

describe('recommending in place', () => {
  it('gives, shows it and takes it back', async () => {
    let given = false
    const fetched = await open(() => {
      given = !given
      return Response.json({ recommends: given ? 3 : 0, given })
    })
    expect(pressed()).toBe('false')
    press(BUTTON)
    await vi.waitFor(() => expect(pressed()).toBe('true'))
    expect(find('.recommend-count').textContent).toBe('3')
    press(BUTTON)
    await vi.waitFor(() => expect(pressed()).toBe('false'))
    expect(find('.recommend-count').textContent).toBe('')
    expect(posted(fetched)).toEqual([{ intent: 'give' }, { intent: 'take' }])
  })

  it('knows what was recommended before', async () => {
    const fetched = await open(() => Response.json({ recommends: 1, given: false }), ['c1'])
    expect(pressed()).toBe('true')
    press(BUTTON)
    await vi.waitFor(() => expect(pressed()).toBe('false'))
    expect(posted(fetched)).toEqual([{ intent: 'take' }])
  })

  it('sends once, however often it is pressed', async () => {
    const fetched = await open(() => Response.json({ recommends: 3, given: true }))
    press(BUTTON)
    press(BUTTON)
    await vi.waitFor(() => expect(pressed()).toBe('true'))
    expect(posted(fetched)).toHaveLength(1)
  })

  it.each([
    [
      'a reason',
      () => Response.json({ detail: 'Too many at <b>once</b>.' }, { status: 429 }),
      'Too many at <b>once</b>.',
    ],
    ['none', () => new Response('', { status: 500 }), 'That did not work. Please try again in a minute.'],
    ['no answer', () => new TypeError('fetch failed'), 'That did not work. Please try again in a minute.'],
  ])('says beside it when it was refused with %s', async (_, answer, words) => {
    await open(answer)
    press(BUTTON)
    await vi.waitFor(() => expect(find('.comment-recommend [role=status]').textContent).toBe(words))
    expect(pressed()).toBe('false')
    expect(find('.recommend-count').textContent).toBe('2')
  })

  it('is not offered for what one wrote oneself', async () => {
    await openThread(
      { branches: [aBranch({ id: 'c1' }), aBranch({ id: 'c2' })] },
      { [MINE]: mine([anOwnComment({ id: 'c1', state: 'approved' })]) },
    )
    expect(find('#comment-c1 .comment-recommend').hidden).toBe(true)
    expect(find('#comment-c2 .comment-recommend').hidden).toBe(false)
  })
})
