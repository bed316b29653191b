import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { Thread } from '@/components/reader/thread'
import type { OwnCommentView, ThreadView } from '@/lib/comments/comment-view'
import type { ThreadPlace } from '@/lib/comments/thread-place'
import { aBranch, aPlace, aThread, anOwnComment } from '../reader/views'
import { type Answer, defineElements, find, showPage, posted, serve, submit } from './page'

beforeAll(defineElements)
afterEach(() => {
  document.body.replaceChildren()
  localStorage.clear()
  vi.unstubAllGlobals()
})

const PATH = '/articles/the-ferry'
const mine =
  (comments: readonly OwnCommentView[], signedInAs: string | null = null) =>
  () =>
    Response.json({ comments, ids: comments.map(({ id }) => id), signedInAs })
const html = (thread: Partial<ThreadView>, place: Partial<ThreadPlace> = {}) =>
  renderToStaticMarkup(
    createElement(Thread, {
      thread: aThread(thread),
      place: aPlace({ path: PATH, ...place }),
    }),
  )
const open = (thread: Partial<ThreadView>, answers: Readonly<Record<string, () => Answer>> = {}) => {
  const fetched = serve({ [`GET ${PATH}/mine.json`]: mine([]), ...answers })
  showPage(html(thread))
  return fetched
}

describe('one’s own waiting comments', () => {
  it('stand on top of the thread, as text, with their state', async () => {
    const body = '<img src=x>\nline two'
    open({ branches: [aBranch()] }, { [`GET ${PATH}/mine.json`]: mine([anOwnComment({ id: 'own', body })]) })
    await vi.waitFor(() => find('.comment-waiting'))
    const first = find('.thread > li')
    expect(first.id).toBe('comment-own')
    expect(find('.comment-text', first).textContent).toBe(body)
    expect(first.textContent).toContain('Your comment will appear once approved by a moderator.')
    expect(find('a', first).getAttribute('href')).toBe(`${PATH}/mine#comment-own`)
    expect(document.querySelectorAll('img')).toHaveLength(0)
  })

  it('stand below the comment they answer, also when that waits itself', async () => {
    const own = [anOwnComment({ id: 'o2', parentId: 'o1' }), anOwnComment({ id: 'o1', parentId: 'c1' })]
    open({ branches: [aBranch({ id: 'c1' })] }, { [`GET ${PATH}/mine.json`]: mine(own) })
    await vi.waitFor(() => find('#comment-c1 > .replies > #comment-o1 > .replies > #comment-o2'))
  })

  it('show what was decided when their author comes back to the page', async () => {
    let own = anOwnComment({ id: 'o1' })
    const fetched = open({ branches: [aBranch()] }, { [`GET ${PATH}/mine.json`]: () => mine([own])() })
    await vi.waitFor(() => find('.comment-waiting'))
    own = anOwnComment({ id: 'o1', state: 'rejected', rejectedFor: 'Off topic' })
    document.dispatchEvent(new Event('visibilitychange'))
    await vi.waitFor(() => find('.comment-rejected'))
    expect(find('#comment-o1').textContent).toContain('Off topic.')
    expect(document.querySelectorAll('#comment-o1')).toHaveLength(1)
    expect(fetched.mock.calls.filter(([url]) => String(url).endsWith('mine.json'))).toHaveLength(2)
  })

  it('end the invitation of an empty thread', async () => {
    open({ count: 0, branches: [] }, { [`GET ${PATH}/mine.json`]: mine([anOwnComment()]) })
    await vi.waitFor(() => find('.comment-waiting'))
    expect(document.querySelector('.conversation-none')).toBeNull()
  })

  it('are those that wait and those that were turned down: what stands is on the page', async () => {
    const own = [
      anOwnComment({ id: 'r', state: 'rejected', rejectedFor: 'Off topic' }),
      anOwnComment({ id: 'w' }),
      anOwnComment({ id: 'a', state: 'approved' }),
      anOwnComment({ id: 'x', state: 'removed' }),
    ]
    open({}, { [`GET ${PATH}/mine.json`]: mine(own) })
    await vi.waitFor(() => find('.comment-waiting'))
    expect([...document.querySelectorAll('.comment-own')].map(({ id }) => id)).toEqual([
      'comment-r',
      'comment-w',
    ])
    expect(find('#comment-r .comment-state').textContent).toContain(
      'A moderator decided not to publish this comment. Reason: Off topic. Dismiss',
    )
  })

  it('that were turned down go when their author dismisses them, for good', async () => {
    const own = [anOwnComment({ id: 'r', state: 'rejected' }), anOwnComment({ id: 'w' })]
    open({}, { [`GET ${PATH}/mine.json`]: mine(own) })
    await vi.waitFor(() => find('#comment-r'))
    find('#comment-r .button-quiet').click()
    expect(document.querySelector('#comment-r')).toBeNull()
    expect(document.activeElement).toBe(find('#comment-w .comment-body'))
    open({}, { [`GET ${PATH}/mine.json`]: mine(own) })
    await vi.waitFor(() => find('#comment-w'))
    expect(document.querySelector('#comment-r')).toBeNull()
  })

  it('note below a public comment that its new text waits', async () => {
    const own = [anOwnComment({ id: 'c1', state: 'approved', editWaiting: true })]
    open({ branches: [aBranch({ id: 'c1', body: 'Old text' })] }, { [`GET ${PATH}/mine.json`]: mine(own) })
    await vi.waitFor(() =>
      expect(find('#comment-c1').textContent).toContain('Your edit will appear once approved'),
    )
    expect(find('#comment-c1 .comment-text').textContent).toBe('Old text')
  })

  it('that stand can be changed or withdrawn where others are reported', async () => {
    const own = [anOwnComment({ id: 'c1', state: 'approved' })]
    const branches = [aBranch({ id: 'c1' }), aBranch({ id: 'c2' })]
    open({ branches }, { [`GET ${PATH}/mine.json`]: mine(own) })
    await vi.waitFor(() => find('#comment-c1 a[href$="/mine#comment-c1"]'))
    expect(find('#comment-c1').textContent).toContain('Edit or withdraw')
    expect([...document.querySelectorAll('.comment-report')].map((link) => link.closest('li')?.id)).toEqual([
      'comment-c2',
    ])
  })

  it.each([
    ['an error', () => new Response('', { status: 500 })],
    ['nonsense', () => Response.json({ comments: 'x' })],
    ['nothing', () => new TypeError('fetch failed')],
  ])('leave the page as it is when the server answers with %s', async (_, answer) => {
    const fetched = open({}, { [`GET ${PATH}/mine.json`]: answer })
    const before = document.body.innerHTML
    await vi.waitFor(() => expect(fetched).toHaveBeenCalled())
    await Promise.resolve()
    expect(document.body.innerHTML).toBe(before)
  })

  it('need no name from who is signed in', async () => {
    open({}, { [`GET ${PATH}/mine.json`]: mine([], '<Ada>') })
    await vi.waitFor(() => expect(find('.comment-form-as').textContent).toBe('You comment as <Ada>'))
    expect(document.querySelector('[name=name]')).toBeNull()
  })

  it.each([
    ['Ada', null, 'Mails go to the address of your account.'],
    ['', '', 'Email (optional)'],
  ])('ask %o for no address that the account has', async (signedInAs, typed, words) => {
    const fetched = serve({ [`GET ${PATH}/mine.json`]: mine([anOwnComment()], signedInAs) })
    showPage(html({ branches: [] }, { mail: true }))
    await vi.waitFor(() => find('.comment-waiting'))
    expect(fetched).toHaveBeenCalled()
    expect(document.querySelector<HTMLInputElement>('[name=email]')?.value ?? null).toBe(typed)
    expect(find('.comment-form-mail').textContent).toContain(words)
    expect(document.querySelectorAll('.comment-form-mail [type=checkbox]')).toHaveLength(2)
  })
})

describe('replying in place', () => {
  it('opens the form below the comment, sends the reply and shows it waiting', async () => {
    let own: readonly OwnCommentView[] = []
    const fetched = open(
      { branches: [aBranch({ id: 'c1' })] },
      {
        [`GET ${PATH}/mine.json`]: () => mine(own)(),
        [`POST ${PATH}/comments`]: () =>
          Response.json({ commentId: 'o1', state: 'waiting', repeat: false }, { status: 201 }),
      },
    )
    find<HTMLInputElement>('#name').value = 'Grace'
    find('.comment-reply').click()
    const form = find<HTMLFormElement>('#comment-c1 .reply-form form')
    expect(document.activeElement).toBe(find('textarea', form))
    expect(find<HTMLInputElement>('[name=name]', form).value).toBe('Grace')
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const label of form.querySelectorAll('label'))
      expect(document.getElementById(label.htmlFor)).not.toBeNull()

    find<HTMLTextAreaElement>('textarea', form).value = 'I agree.'
    own = [anOwnComment({ id: 'o1', parentId: 'c1', body: 'I agree.' })]
    submit(form)
    await vi.waitFor(() => find('#comment-c1 > .replies > #comment-o1'))
    expect(posted(fetched)).toMatchObject([{ parentId: 'c1', body: 'I agree.', name: 'Grace' }])
    expect(find('#comment-c1 .reply-form').textContent).toContain('Thank you!')
    expect(document.querySelector('#comment-c1 .reply-form form')).toBeNull()
  })

  it('opens a collapsed branch: what one posted is in sight', async () => {
    const own = [anOwnComment({ id: 'o1', parentId: 'c1' })]
    let sent = false
    open(
      { branches: [aBranch({ id: 'c1' }, [aBranch({ id: 'r1', level: 1 })])] },
      {
        [`GET ${PATH}/mine.json`]: () => mine(sent ? own : [])(),
        [`POST ${PATH}/comments`]: () =>
          Response.json({ commentId: 'o1', state: 'waiting' }, { status: 201 }),
      },
    )
    find('.branch-toggle').click()
    find('#comment-c1 > .comment-body .comment-reply').click()
    find<HTMLTextAreaElement>('.reply-form textarea').value = 'I agree.'
    sent = true
    submit(find<HTMLFormElement>('.reply-form form'))
    await vi.waitFor(() => find('#comment-c1 > .replies > #comment-o1'))
    expect(find('#comment-c1 > .replies').hidden).toBe(false)
  })

  it('can be given up', () => {
    open({})
    const link = find('.comment-reply')
    link.click()
    find('.reply-form .button-quiet').click()
    expect(document.querySelector('.reply-form')).toBeNull()
    expect(document.activeElement).toBe(link)
  })

  it('opens one form, however often it is asked', () => {
    open({})
    find('.comment-reply').click()
    find('.comment-reply').click()
    expect(document.querySelectorAll('.reply-form')).toHaveLength(1)
  })

  it('lets a click that opens a new tab be one', () => {
    open({})
    find('.comment-reply').dispatchEvent(
      new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }),
    )
    expect(document.querySelector('.reply-form')).toBeNull()
  })
})
