import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { CommentForm } from '@/components/reader/comment-form'
import { aBranch, aPlace } from '../reader/views'
import { find, serve, showPage, submit } from './page'
import { PATH, openThread, press } from './stage'
import { openPages } from './open-pages'

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
})
openPages()

const POST = `POST ${PATH}/comments`
const received = () => Response.json({ commentId: 'c1', state: 'waiting', repeat: false }, { status: 201 })
/** The form on a page of its own (`/respond`), without a thread. */
const showForm = (path = PATH, typed?: string): void => {
  serve({ [POST]: received })
  const trouble = typed === undefined ? null : { message: 'No.', fields: {}, values: { body: typed } }
  showPage(renderToStaticMarkup(createElement(CommentForm, { place: aPlace({ path }), trouble })))
}
const area = (): HTMLTextAreaElement => find<HTMLTextAreaElement>('textarea')
const type = (text: string, into = area()): void => {
  into.value = text
  into.dispatchEvent(new Event('input', { bubbles: true }))
}
const reload = (path?: string, typed?: string): void => showForm(path, typed)
const note = (): Element | null => document.querySelector('.draft-kept')

describe('a draft', () => {
  it('is kept on the device, put back, and said to be', async () => {
    showForm()
    expect(note()).toBeNull()
    type('Half a thou')
    await vi.advanceTimersByTimeAsync(500)
    reload()
    expect(area().value).toBe('Half a thou')
    expect(note()?.textContent).toBe('Your draft was kept on this device. Discard')
  })

  it('holds the name with the text, and puts it where no other was typed', async () => {
    const name = (): HTMLInputElement => find<HTMLInputElement>('[name=name]')
    showForm()
    type('Half a thou')
    name().value = 'Rita'
    name().dispatchEvent(new Event('input', { bubbles: true }))
    await vi.advanceTimersByTimeAsync(500)
    reload()
    expect([area().value, name().value]).toEqual(['Half a thou', 'Rita'])
    find('.draft-kept button').click()
    reload()
    expect(name().value).toBe('')
  })

  it('is kept, too, when the page is left at once', () => {
    showForm()
    type('Half a thou')
    dispatchEvent(new Event('pagehide'))
    reload()
    expect(area().value).toBe('Half a thou')
  })

  it('can be discarded', async () => {
    showForm()
    type('Half a thou')
    reload()
    find('.draft-kept button').click()
    expect(area().value).toBe('')
    expect(document.activeElement).toBe(area())
    expect(note()).toBeNull()
    await vi.advanceTimersByTimeAsync(500)
    reload()
    expect(area().value).toBe('')
  })

  it('is forgotten once it was posted, and when nothing is left of it', async () => {
    showForm()
    type('A whole thought')
    submit(find<HTMLFormElement>('form'))
    await vi.waitFor(() => find('.notice-success'))
    reload()
    expect(area().value).toBe('')
    type('x')
    type('  ')
    reload()
    expect(area().value).toBe('')
  })

  it('stays when posting failed', async () => {
    showForm()
    serve({ [POST]: () => new TypeError('fetch failed') })
    type('A whole thought')
    submit(find<HTMLFormElement>('form'))
    await vi.waitFor(() => find('.notice-error'))
    reload()
    expect(area().value).toBe('A whole thought')
  })

  it('belongs to one piece', () => {
    showForm()
    type('About the ferry')
    reload('/articles/the-bridge')
    expect(area().value).toBe('')
  })

  it('gives way to what the page came with', () => {
    showForm()
    type('Kept')
    reload(PATH, 'Came back from the server')
    expect(area().value).toBe('Came back from the server')
    expect(note()).toBeNull()
  })

  it('of a reply belongs to the comment it answers', async () => {
    const branches = [aBranch({ id: 'c1' }), aBranch({ id: 'c2' })]
    await openThread({ branches })
    press('#comment-c1 .comment-reply')
    type('To the first', find<HTMLTextAreaElement>('#comment-c1 textarea'))
    press('#comment-c1 .reply-form form .comment-form-send .button-quiet')
    press('#comment-c2 .comment-reply')
    expect(find<HTMLTextAreaElement>('#comment-c2 textarea').value).toBe('')
    await openThread({ branches })
    expect(area().value).toBe('')
    press('#comment-c1 .comment-reply')
    expect(find<HTMLTextAreaElement>('#comment-c1 textarea').value).toBe('To the first')
    expect(find('#comment-c1 .draft-kept').textContent).toContain('Your draft was kept')
  })

  it('does not creep into the replies of the page', async () => {
    await openThread({ branches: [aBranch({ id: 'c1' })] })
    type('For everybody')
    await openThread({ branches: [aBranch({ id: 'c1' })] })
    expect(area().value).toBe('For everybody')
    press('#comment-c1 .comment-reply')
    expect(find<HTMLTextAreaElement>('#comment-c1 textarea').value).toBe('')
    expect(document.querySelector('#comment-c1 .draft-kept')).toBeNull()
    expect(document.querySelectorAll('#comment-c1 .character-count')).toHaveLength(1)
  })
})
