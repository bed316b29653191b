import { describe, expect, it, vi } from 'vitest'
import { aBranch } from '../reader/views'
import { find } from './page'
import { PATH, fragment, idsOn, openThread, press } from './stage'
import { openPages } from './open-pages'

openPages()

const MORE = `GET ${PATH}/thread?after=k1`

describe('more comments in place', () => {
  it('appends the next page, leaves out what is there, and focuses the first new one', async () => {
    await openThread(
      { branches: [aBranch({ id: 'c1' })], next: 'k1' },
      {
        [MORE]: fragment({
          branches: [aBranch({ id: 'c1' }), aBranch({ id: 'c2' }), aBranch({ id: 'c3' })],
          next: 'k2',
        }),
      },
    )
    press('.thread-more a')
    expect(find('.thread-more a').textContent).toBe('Loading')
    expect(find('.thread-more a').getAttribute('aria-disabled')).toBe('true')
    await vi.waitFor(() => expect(idsOn()).toEqual(['c1', 'c2', 'c3']))
    await vi.waitFor(() => expect(document.activeElement).toBe(find('#comment-c2 > .comment-body')))
    expect(find('.thread-more a').getAttribute('href')).toBe(`${PATH}?after=k2#comments`)
  })

  it('takes the link away with the last page', async () => {
    await openThread({ next: 'k1' }, { [MORE]: fragment({ branches: [aBranch({ id: 'c9' })] }) })
    press('.thread-more a')
    await vi.waitFor(() => find('#comment-c9'))
    expect(document.querySelector('.thread-more')).toBeNull()
  })

  it('asks once, however often it is pressed', async () => {
    const fetched = await openThread(
      { next: 'k1' },
      { [MORE]: fragment({ branches: [aBranch({ id: 'c9' })] }) },
    )
    const before = fetched.mock.calls.length
    press('.thread-more a')
    press('.thread-more a')
    await vi.waitFor(() => find('#comment-c9'))
    expect(fetched.mock.calls.length - before).toBe(1)
  })

  it.each([
    ['an error', () => new Response('', { status: 500 })],
    ['an unknown address', () => new Response('', { status: 404 })],
    ['something else', () => new Response('<p>A sign-in page</p>')],
    ['nothing', () => new TypeError('fetch failed')],
  ])('goes there as a link would when the answer is %s', async (_, answer) => {
    const assign = vi.spyOn(location, 'assign').mockImplementation(() => undefined)
    await openThread({ next: 'k1' }, { [MORE]: answer })
    press('.thread-more a')
    await vi.waitFor(() =>
      expect(assign).toHaveBeenCalledWith(expect.stringContaining(`${PATH}?after=k1#comments`)),
    )
    expect(find('.thread-more a').textContent).toBe('Load More Comments')
    expect(find('.thread-more a').hasAttribute('aria-disabled')).toBe(false)
  })

  it('keeps the order it was asked in', async () => {
    const fetched = await openThread(
      { sort: 'oldest', next: 'k1' },
      {
        [`GET ${PATH}/thread?sort=oldest&after=k1`]: fragment({
          sort: 'oldest',
          branches: [aBranch({ id: 'c9' })],
        }),
      },
    )
    press('.thread-more a')
    await vi.waitFor(() => find('#comment-c9'))
    expect(fetched).toHaveBeenCalledWith(`${PATH}/thread?sort=oldest&after=k1`, expect.anything())
  })
})

describe('more replies in place', () => {
  const at = (minute: number): string => `2025-02-12T14:${String(minute).padStart(2, '0')}:00.000Z`

  it('stand below their comment, before a newer one that came live', async () => {
    const more = { branch: 'c1', after: 'k1' }
    await openThread(
      {
        branches: [
          aBranch(
            { id: 'c1' },
            [
              aBranch({ id: 'r1', level: 1, createdAt: at(1) }),
              aBranch({ id: 'r9', level: 1, createdAt: at(9) }),
            ],
            more,
          ),
        ],
      },
      {
        [`GET ${PATH}/thread?branch=c1&after=k1`]: fragment({
          branch: 'c1',
          branches: [
            aBranch(
              { id: 'c1' },
              [2, 3].map((n) => aBranch({ id: `r${n}`, level: 1, createdAt: at(n) })),
              { branch: 'c1', after: 'k3' },
            ),
          ],
        }),
      },
    )
    press('.replies-more a')
    await vi.waitFor(() =>
      expect(idsOn('#comment-c1 > .replies > .comment')).toEqual(['r1', 'r2', 'r3', 'r9']),
    )
    await vi.waitFor(() => expect(document.activeElement).toBe(find('#comment-r2 > .comment-body')))
    expect(find('#comment-c1 > .replies-more a').getAttribute('href')).toContain('branch=c1&after=k3')
  })

  it('stand flat below the last level, the link after the last of them', async () => {
    const flat = (n: number, more = false) =>
      aBranch(
        { id: `f${n}`, level: 3, createdAt: at(n), inReplyTo: { id: 'd3', name: 'Grace' } },
        [],
        more ? { branch: 'd3', after: `k${n}` } : null,
      )
    const deep = [
      aBranch({ id: 'd3', level: 3, createdAt: at(0) }),
      flat(1, true),
      aBranch({ id: 'e3', level: 3, createdAt: at(30) }),
    ]
    await openThread(
      {
        branches: [
          aBranch({ id: 'd0' }, [aBranch({ id: 'd1', level: 1 }, [aBranch({ id: 'd2', level: 2 }, deep)])]),
        ],
      },
      {
        [`GET ${PATH}/thread?branch=d3&after=k1`]: fragment({
          branch: 'd3',
          branches: [aBranch({ id: 'd3', level: 3 }, [flat(2), flat(3)], { branch: 'd3', after: 'k3' })],
        }),
      },
    )
    press('.replies-more a')
    await vi.waitFor(() =>
      expect(idsOn('#comment-d2 > .replies > .comment')).toEqual(['d3', 'f1', 'f2', 'f3', 'e3']),
    )
    expect(document.querySelectorAll('.replies-more')).toHaveLength(1)
    expect(find('#comment-f3 > .replies-more a').getAttribute('href')).toContain('after=k3')
  })
})
