import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { renderToStaticMarkup } from 'react-dom/server'
import { createElement } from 'react'
import { CommentForm } from '@/components/reader/comment-form'
import { aPlace } from '../reader/views'
import { type Answer, defineElements, find, showPage, posted, serve, submit } from './page'

beforeAll(defineElements)
afterEach(() => {
  document.body.replaceChildren()
  localStorage.clear()
  vi.unstubAllGlobals()
})

const POST = 'POST /articles/the-ferry/comments'
const received =
  (state = 'waiting', statusPath: string | null = null) =>
  () =>
    Response.json({ commentId: 'c1', state, repeat: false, statusPath }, { status: 201 })
const refused = () =>
  Response.json(
    { detail: 'Please check.', code: 'invalid', fields: { body: 'Too long.', __proto__x: 'y' } },
    { status: 422 },
  )

const fill = (...answers: (() => Answer)[]) => {
  let next = 0
  const fetched = serve({ [POST]: () => (answers[Math.min(next++, answers.length - 1)] ?? refused)() })
  showPage(renderToStaticMarkup(createElement(CommentForm, { place: aPlace() })))
  const form = find<HTMLFormElement>('form')
  find<HTMLTextAreaElement>('textarea').value = 'Well said.'
  find<HTMLInputElement>('[name=name]').value = 'Grace'
  return {
    form,
    fetched,
    area: find<HTMLTextAreaElement>('textarea'),
    button: find<HTMLButtonElement>('.button-primary'),
  }
}
const notice = () => document.querySelector('.notice')?.textContent ?? ''

describe('the comment form', () => {
  it('posts what was typed and says that it was received', async () => {
    const { form, fetched, area } = fill(received())
    submit(form)
    await vi.waitFor(() => expect(notice()).toContain('Thank you! Your submission has been received!'))
    expect(notice()).toContain('Your comment will appear once approved by a moderator.')
    expect(posted(fetched)).toEqual([
      {
        key: expect.stringMatching(/^[0-9a-f]{32}$/),
        body: 'Well said.',
        name: 'Grace',
        website: '',
      },
    ])
    expect(area.value).toBe('')
    expect(document.activeElement).toBe(find('.notice'))
  })

  it('gives a guest the secret link, and an account none', async () => {
    const { form } = fill(received('waiting', '/comments/c1/status?key=k1'), received())
    submit(form)
    await vi.waitFor(() => expect(notice()).toContain('Keep this link'))
    expect(find('.notice a').getAttribute('href')).toBe('/comments/c1/status?key=k1')
    find<HTMLTextAreaElement>('textarea').value = 'Once more.'
    submit(form)
    await vi.waitFor(() => expect(document.querySelector('.notice a')).toBeNull())
    await vi.waitFor(() => expect(notice()).toContain('appear once approved'))
  })

  it('sends it in the encoding that keeps a long text small in every script', async () => {
    const { form, fetched } = fill(received())
    submit(form)
    await vi.waitFor(() => expect(fetched).toHaveBeenCalled())
    expect(fetched.mock.calls[0]?.[1]?.body).toBeInstanceOf(FormData)
  })

  it('leads to a comment that needed no approval', async () => {
    const { form } = fill(received('approved'))
    submit(form)
    await vi.waitFor(() => expect(find('.notice a').getAttribute('href')).toBe('/comments/c1'))
  })

  it('is busy while sending, and sends once', async () => {
    let answer: (response: Response) => unknown = () => undefined
    const { form, fetched, button, area } = fill(() => new Promise<Response>((resolve) => (answer = resolve)))
    submit(form)
    submit(form)
    expect(button.disabled).toBe(true)
    expect(button.textContent).toBe('Loading')
    expect(form.getAttribute('aria-busy')).toBe('true')
    // What is typed now would go with the text that was sent.
    expect(area.readOnly).toBe(true)
    await vi.waitFor(() => expect(fetched).toHaveBeenCalled())
    answer(received()())
    await vi.waitFor(() => expect(button.textContent).toBe('Post comment'))
    expect(button.disabled).toBe(false)
    expect(area.readOnly).toBe(false)
    expect(fetched).toHaveBeenCalledTimes(1)
  })

  it('ties a refusal to its field, keeps what was typed, and forgets the refusal at the next try', async () => {
    const { form, area } = fill(refused, received())
    submit(form)
    await vi.waitFor(() =>
      expect(notice()).toContain('Oops! Something went wrong while submitting the form.'),
    )
    expect(notice()).toContain('Please check.')
    expect(area.value).toBe('Well said.')
    expect(area.getAttribute('aria-invalid')).toBe('true')
    expect(area.getAttribute('aria-describedby')).toBe('body-hint body-error')
    expect(find('#body-error').textContent).toBe('Too long.')
    expect(document.activeElement).toBe(area)
    submit(form)
    await vi.waitFor(() => expect(notice()).toContain('Thank you!'))
    expect(area.hasAttribute('aria-invalid')).toBe(false)
    expect(area.getAttribute('aria-describedby')).toBe('body-hint')
    expect(document.querySelectorAll('.notice')).toHaveLength(1)
  })

  it.each([
    ['a lost connection', () => new TypeError('fetch failed'), 'The server could not be reached.'],
    [
      'an answer that is no JSON',
      () => new Response('<html>', { status: 502 }),
      'Please try again in a minute.',
    ],
  ])('survives %s', async (_, answer, words) => {
    const { form, area } = fill(answer)
    submit(form)
    await vi.waitFor(() => expect(notice()).toContain(words))
    expect(area.value).toBe('Well said.')
    expect(document.activeElement).toBe(find('.notice'))
  })

  it('keeps its key until something was received, then takes a new one', async () => {
    const { form, fetched, area } = fill(() => new TypeError('fetch failed'), received())
    submit(form)
    await vi.waitFor(() => expect(notice()).toContain('Oops!'))
    submit(form)
    await vi.waitFor(() => expect(notice()).toContain('Thank you!'))
    area.value = 'One more thing.'
    submit(form)
    await vi.waitFor(() => expect(posted(fetched)).toHaveLength(3))
    const [first, second, third] = posted(fetched).map(({ key }) => key)
    expect(second).toBe(first)
    expect(third).not.toBe(first)
  })

  it('prints what the server says as text', async () => {
    const { form } = fill(() =>
      Response.json({ detail: '<img src=x>', fields: { body: '<b>x</b>' } }, { status: 422 }),
    )
    submit(form)
    await vi.waitFor(() => expect(notice()).toContain('<img src=x>'))
    expect(document.querySelectorAll('img, b')).toHaveLength(0)
  })

  const SENTENCE = 'This looks like an advertisement: it holds 4 links.'
  const nudged = () => Response.json({ detail: SENTENCE, code: 'nudge' }, { status: 422 })

  it('asks once whether a text is meant, then posts it as it stands', async () => {
    const { form, fetched, area, button } = fill(nudged, received())
    submit(form)
    await vi.waitFor(() => expect(notice()).toContain(SENTENCE))
    expect(notice()).not.toContain('Oops!')
    expect(document.activeElement).toBe(find('.notice'))
    expect(find('.notice').nextElementSibling).toBe(find('.comment-form-send'))
    expect(area.value).toBe('Well said.')
    expect(button.textContent).toBe('Post anyway')
    submit(form)
    await vi.waitFor(() => expect(notice()).toContain('Thank you!'))
    const [first, second] = posted(fetched)
    expect(first).not.toHaveProperty('anyway')
    expect(second).toMatchObject({ anyway: '1', body: 'Well said.', key: first?.key })
    expect(button.textContent).toBe('Post comment')
    expect(form.elements.namedItem('anyway')).toBeNull()
  })

  it('asks again about another text', async () => {
    const { form, fetched, area, button } = fill(nudged)
    submit(form)
    await vi.waitFor(() => expect(button.textContent).toBe('Post anyway'))
    area.value = 'Well said, all of you.'
    area.dispatchEvent(new Event('input', { bubbles: true }))
    expect(button.textContent).toBe('Post comment')
    expect(document.querySelector('.notice')).toBeNull()
    submit(form)
    await vi.waitFor(() => expect(posted(fetched)).toHaveLength(2))
    expect(posted(fetched)[1]).not.toHaveProperty('anyway')
  })
})
