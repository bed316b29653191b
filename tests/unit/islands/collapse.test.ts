import { describe, expect, it, vi } from 'vitest'
import { aBranch } from '../reader/views'
import { find } from './page'
import { PATH, fragment, openThread, press } from './stage'
import { openPages } from './open-pages'

openPages()

const reply = (id: string, replies: ReturnType<typeof aBranch>[] = []) => aBranch({ id, level: 1 }, replies)
const toggle = (id: string): HTMLElement => find(`#comment-${id} > .comment-body .branch-toggle`)

describe('collapsing a branch', () => {
  it('hides and shows what answers a comment, and says how much that is', async () => {
    await openThread({
      branches: [
        aBranch({ id: 'c1' }, [reply('r1', [aBranch({ id: 's1', level: 2 })]), reply('r2')]),
        aBranch({ id: 'c2' }),
      ],
    })
    expect(toggle('c1').textContent).toBe('Hide 3 replies')
    expect(toggle('c1').getAttribute('aria-expanded')).toBe('true')
    expect(toggle('r1').textContent).toBe('Hide 1 reply')
    expect(document.querySelector('#comment-c2 .branch-toggle')).toBeNull()
    const replies = document.getElementById(toggle('c1').getAttribute('aria-controls') ?? '')
    expect(replies).toBe(find('#comment-c1 > .replies'))
    toggle('c1').click()
    expect(replies?.hidden).toBe(true)
    expect(toggle('c1').textContent).toBe('Show 3 replies')
    expect(toggle('c1').getAttribute('aria-expanded')).toBe('false')
    toggle('c1').click()
    expect(replies?.hidden).toBe(false)
  })

  it('takes the link to more replies along', async () => {
    await openThread({ branches: [aBranch({ id: 'c1' }, [reply('r1')], { branch: 'c1', after: 'k' })] })
    toggle('c1').click()
    expect(find('.replies-more').hidden).toBe(true)
    toggle('c1').click()
    expect(find('.replies-more').hidden).toBe(false)
  })

  it('works on a stub, which has nothing else to press, and counts no stubs', async () => {
    const stub = { kind: 'stub', name: '', body: '', createdAt: '' } as const
    await openThread({
      branches: [
        aBranch({ id: 'c1', ...stub }, [
          aBranch({ id: 's', level: 1, ...stub }, [aBranch({ id: 'r', level: 2 })]),
        ]),
      ],
    })
    const button = find('#comment-c1 > .branch-toggle')
    expect(button.textContent).toBe('Hide 1 reply')
    button.click()
    expect(find('#comment-c1 > .replies').hidden).toBe(true)
  })

  it('comes with replies that are loaded later', async () => {
    await openThread(
      { branches: [aBranch({ id: 'c1' }, [], { branch: 'c1', after: null })] },
      {
        [`GET ${PATH}/thread?branch=c1`]: fragment({
          branch: 'c1',
          branches: [aBranch({ id: 'c1' }, [reply('r1'), reply('r2')])],
        }),
      },
    )
    expect(document.querySelector('.branch-toggle')).toBeNull()
    press('.replies-more a')
    await vi.waitFor(() => expect(toggle('c1').textContent).toBe('Hide 2 replies'))
  })
})
