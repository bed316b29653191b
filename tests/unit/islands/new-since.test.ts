import { beforeEach, describe, expect, it, vi } from 'vitest'
import { aBranch, anOwnComment } from '../reader/views'
import { scrollTo } from './fake-intersections'
import { find } from './page'
import { MINE, mine, openThread } from './stage'
import { openPages } from './open-pages'

const NOW = new Date('2025-03-10T12:00:00Z')

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, shouldAdvanceTime: true })
})
openPages()

const written = (id: string, createdAt: string, more = {}) => aBranch({ id, createdAt, ...more })
const EARLY = written('early', '2025-03-10T09:00:00.000Z')
const LATE = written('late', '2025-03-10T11:00:00.000Z')
const LATER = written('later', '2025-03-10T11:30:00.000Z')

/** A visit: the thread was on the screen, and the page was left. */
const visit = async (branches: readonly ReturnType<typeof aBranch>[], answers = {}) => {
  await openThread({ branches }, answers)
  scrollTo(find('.thread-bar'))
}
const leave = (): void => void dispatchEvent(new Event('pagehide'))
const marked = (): string[] =>
  [...document.querySelectorAll('.comment-new')].map((word) => word.closest('.comment')?.id ?? '')
const button = (): HTMLElement =>
  find('.thread-bar [aria-keyshortcuts], .thread-bar .bar-button:not(.bar-news, .bar-quiet)')
const keyboard = (): HTMLElement => find('.bar-quiet')
const key = (target: EventTarget, init: KeyboardEventInit = {}): void =>
  void target.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'n', bubbles: true, cancelable: true, ...init }),
  )
const focused = (): string => document.activeElement?.closest('.comment')?.id ?? ''

describe('what is new since the last visit', () => {
  it('is nothing the first time', async () => {
    await visit([LATE, EARLY])
    expect(marked()).toEqual([])
    expect(button().hidden).toBe(true)
    expect(keyboard().hidden).toBe(true)
  })

  it('is what was not there last time, said in a word', async () => {
    await visit([EARLY])
    leave()
    await visit([LATER, LATE, EARLY])
    expect(marked()).toEqual(['comment-later', 'comment-late'])
    expect(find('.comment-new').textContent).toBe('New')
    expect(button().textContent).toBe('Next new comment (2)')
  })

  it('is also what was written before that visit and let stand after it', async () => {
    await visit([LATE])
    leave()
    await visit([LATE, EARLY, written('old', '2024-01-01T00:00:00.000Z')])
    expect(marked()).toEqual(['comment-early'])
  })

  it.each([
    ['not what stood behind "Load More Comments"', { next: 'c' }, []],
    ['not what stood on other pages', { later: true }, []],
    ['not what stood outside the branch', { branch: 'late' }, []],
    ['what was written before and not there, when all was', {}, ['comment-early']],
  ] as const)('is %s at the first visit', async (_, page, news) => {
    await openThread({ branches: [LATE], ...page })
    scrollTo(find('.thread-bar'))
    leave()
    await visit([LATE, EARLY])
    expect(marked()).toEqual(news)
    leave()
    await vi.advanceTimersByTimeAsync(1_000)
    await visit([written('now', new Date(NOW.getTime() + 3_600_000).toISOString()), LATE, EARLY])
    expect(marked()).toContain('comment-now')
  })

  it('is not what stood behind "Load More Replies", nor what answers something that was out of sight', async () => {
    await visit([LATE])
    leave()
    await visit([LATE, aBranch({ id: 'hidden', createdAt: '2025-03-01T00:00:00.000Z' }, [EARLY])])
    expect(marked()).toEqual([])
    const loaded = find('#comment-early').cloneNode(true)
    if (loaded instanceof HTMLElement) loaded.id = 'comment-loaded'
    find('#comment-late').append(loaded)
    await vi.advanceTimersByTimeAsync(0)
    expect(marked()).toEqual([])
    await visit([LATE, written('root', '2025-03-10T10:00:00.000Z')], {})
    await visit([aBranch({ id: 'late', createdAt: LATE.comment.createdAt }, [EARLY])])
    expect(marked(), 'let stand since, below what was there').toEqual(['comment-early'])
  })

  it('is never one’s own', async () => {
    await visit([EARLY])
    leave()
    await visit([LATE, EARLY], { [MINE]: mine([anOwnComment({ id: 'late', state: 'approved' })]) })
    expect(marked()).toEqual([])
  })

  it('stays new until it was seen, and a glance is not seeing', async () => {
    await visit([EARLY])
    leave()
    await visit([LATER, LATE, EARLY])
    const [later, late] = [find('#comment-later > .comment-body'), find('#comment-late > .comment-body')]
    scrollTo(late)
    await vi.advanceTimersByTimeAsync(500)
    scrollTo(late, false)
    scrollTo(later)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(button().textContent).toBe('Next new comment (1)')
    leave()
    await visit([LATER, LATE, EARLY])
    expect(marked()).toEqual(['comment-late'])
  })

  it('is not changed by a visit that never came to the thread', async () => {
    await visit([EARLY])
    leave()
    await openThread({ branches: [LATE, EARLY] })
    leave()
    await visit([LATE, EARLY])
    expect(marked()).toEqual(['comment-late'])
  })

  it('is nothing where the device keeps nothing, and the page works', async () => {
    vi.stubGlobal('localStorage', {
      getItem: () => {
        throw new DOMException('denied', 'SecurityError')
      },
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
      clear: () => undefined,
    })
    await visit([EARLY])
    leave()
    expect(find('.comment').id).toBe('comment-early')
  })
})

describe('going from one new comment to the next', () => {
  const twoNew = async (): Promise<void> => {
    await visit([EARLY])
    leave()
    await visit([LATER, EARLY, LATE])
  }

  it('works with the button and with the key', async () => {
    await twoNew()
    button().click()
    expect(focused()).toBe('comment-later')
    key(document.body)
    expect(focused()).toBe('comment-late')
    expect(button().hidden).toBe(true)
    key(document.body)
    expect(focused()).toBe('comment-late')
  })

  it('begins where the reader is, and opens what is collapsed', async () => {
    await visit([EARLY])
    leave()
    await visit([LATER, aBranch({ id: 'early', createdAt: EARLY.comment.createdAt }, [LATE])])
    find('#comment-early .branch-toggle').click()
    find('#comment-early .comment-reply').focus()
    key(document.body)
    expect(focused()).toBe('comment-late')
    expect(find('#comment-early > .replies').hidden).toBe(false)
  })

  it.each([
    ['in a field', () => key(find('textarea'))],
    ['with a modifier', () => key(document.body, { ctrlKey: true })],
    ['held down', () => key(document.body, { repeat: true })],
    ['another one', () => key(document.body, { key: 'm' })],
  ])('leaves a key alone that is pressed %s', async (_, press) => {
    await twoNew()
    press()
    expect(button().textContent).toBe('Next new comment (2)')
  })

  it('has a switch for the key, which the device remembers', async () => {
    await twoNew()
    expect(keyboard().textContent).toBe('Key N: on')
    keyboard().click()
    expect(keyboard().textContent).toBe('Key N: off')
    key(document.body)
    expect(focused()).toBe('')
    await visit([LATER, EARLY, LATE])
    expect(keyboard().textContent).toBe('Key N: off')
    keyboard().click()
    key(document.body)
    expect(focused()).toBe('comment-later')
  })
})
