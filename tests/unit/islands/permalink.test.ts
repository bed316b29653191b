import { beforeEach, describe, expect, it, vi } from 'vitest'
import { aBranch } from '../reader/views'
import { openThread } from './stage'
import { openPages } from './open-pages'

openPages()
beforeEach(() => openAt(''))

/** The page is opened with this in its address: the change itself, which happy-dom tells of, happened before. */
const openAt = async (hash: string): Promise<void> => {
  history.replaceState(null, '', location.pathname + hash)
  await new Promise((resolve) => setTimeout(resolve))
}
const ASK = 'HEAD /comments/far'
const at = (address: string) => () =>
  Object.defineProperty(new Response(null), 'url', { value: new URL(address, location.href).href })
const replaced = () =>
  vi
    .spyOn(location, 'replace')
    .mockClear()
    .mockImplementation(() => undefined)

describe('an address that points to a comment elsewhere in the thread', () => {
  it('leads to the page that holds it', async () => {
    const replace = replaced()
    await openAt('#comment-far')
    await openThread({}, { [ASK]: at('/articles/the-ferry?branch=far') })
    await vi.waitFor(() => expect(replace).toHaveBeenCalledWith('/articles/the-ferry?branch=far#comment-far'))
  })

  it('does so when it is followed on the page, too', async () => {
    const replace = replaced()
    await openThread({}, { [ASK]: at('/articles/the-ferry?branch=far') })
    location.hash = '#comment-far'
    await vi.waitFor(() => expect(replace).toHaveBeenCalledTimes(1))
  })

  it('changes nothing for one on the page', async () => {
    await openAt('#comment-c1')
    const fetched = await openThread({ branches: [aBranch({ id: 'c1' })] })
    expect(fetched.mock.calls.map(([address]) => address)).not.toContain('/comments/c1')
  })

  it.each([
    ['nobody may see', () => new Response(null, { status: 404 })],
    ['belongs to this very page', () => at(location.pathname + location.search)()],
    ['cannot be asked for', () => new TypeError('fetch failed')],
  ])('changes nothing for one that %s', async (_, answer) => {
    const replace = replaced()
    await openAt('#comment-far')
    const fetched = await openThread({}, { [ASK]: answer })
    await vi.waitFor(() => expect(fetched).toHaveBeenCalledWith('/comments/far', { method: 'HEAD' }))
    await new Promise((resolve) => setTimeout(resolve))
    expect(replace).not.toHaveBeenCalled()
  })

  it('never loops: where a reader was sent, the same is not asked again', async () => {
    const replace = replaced()
    await openAt('#comment-far')
    await openThread({}, { [ASK]: at('/articles/the-ferry?branch=far') })
    await vi.waitFor(() => expect(replace).toHaveBeenCalled())
    const fetched = await openThread({}, { [ASK]: at('/articles/the-ferry?branch=near') })
    expect(fetched.mock.calls.map(([address]) => address)).not.toContain('/comments/far')
    expect(replace).toHaveBeenCalledTimes(1)
  })

  it('asks for nothing that is no id', async () => {
    await openAt('#comment-../desk')
    const fetched = await openThread({})
    expect(fetched.mock.calls.filter(([address]) => String(address).startsWith('/comments/'))).toEqual([])
  })
})
