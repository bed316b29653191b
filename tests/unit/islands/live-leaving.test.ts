import { describe, expect, it, vi } from 'vitest'
import type { BranchView } from '@/lib/comments/comment-view'
import { aBranch } from '../reader/views'
import { find } from './page'
import { gone, idsOn, only, press } from './stage'
import { asking, say, reading } from './live-reading'
import { openPages } from './open-pages'

openPages()

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
