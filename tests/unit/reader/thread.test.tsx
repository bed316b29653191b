// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { Thread } from '@/components/reader/thread'
import { print, wordsOf } from './print'
import { aBranch, aThread } from './views'

const place = { path: '/articles/the-ferry', open: true, everyCommentWaits: true }
const thread = (given: Parameters<typeof aThread>[0], open = true, later = false) => (
  <Thread thread={aThread(given)} place={{ ...place, open }} later={later} />
)

describe('the thread', () => {
  it('invites when nobody has written', () => {
    const words = wordsOf(thread({ count: 0, branches: [] }))
    expect(words).toContain('Comments 0')
    expect(words).toContain('Be the first to leave a comment.')
  })

  it('shows who, when and that a text was changed', () => {
    const html = print(thread({ branches: [aBranch({ name: 'Ada', byStaff: true, edited: true })] }))
    expect(html).toContain('<bdi class="comment-name">Ada</bdi>')
    expect(html).toContain('>Moderator<')
    expect(html).toContain('(Edited)')
    expect(html).toContain('<time dateTime="2025-02-12T14:03:00.000Z">Feb 12, 2025, 14:03 UTC</time>')
    expect(html).toContain('href="/comments/c1"')
    expect(html).toContain('id="comment-c1"')
  })

  it('names those who gave no name', () => {
    expect(wordsOf(thread({ branches: [aBranch({ name: '' })] }))).toContain('No Name Set')
  })

  it('gives readers no badge', () => {
    expect(wordsOf(thread({}))).not.toContain('Moderator ')
  })

  it('prints text as text, whatever it holds', () => {
    const body = '<img src=x onerror=alert(1)>\n"quoted" & https://example.org/"onclick="x'
    document.body.innerHTML = print(thread({ branches: [aBranch({ body, name: '<b>x</b>' })] }))
    expect(document.querySelectorAll('img, b, script')).toHaveLength(0)
    const attributes = [...document.querySelectorAll('*')].flatMap((element) => element.getAttributeNames())
    expect(attributes.filter((name) => name.startsWith('on') || name === 'style')).toEqual([])
    expect(document.querySelector('.comment-text')?.textContent).toBe(body)
    expect(document.querySelector('.comment-name')?.textContent).toBe('<b>x</b>')
  })

  it('marks links as the words of readers', () => {
    const html = print(thread({ branches: [aBranch({ body: 'https://example.org/' })] }))
    expect(html).toContain('<a href="https://example.org/" rel="ugc nofollow noopener">')
  })

  it('leaves neither name nor time on a stub, and no way to answer it', () => {
    const stub = { id: 's', kind: 'stub', name: '', body: '', createdAt: '' } as const
    const html = print(thread({ branches: [aBranch(stub, [aBranch({ id: 'r' })])] }))
    expect(html).toContain('Comment removed by its author')
    expect(html.match(/comment-head/g)).toHaveLength(1)
    expect(html).not.toContain('respond?to=s')
  })

  it('names whom a flat reply answers', () => {
    const flat = { id: 'f', level: 3, inReplyTo: { id: 'p', name: '' } }
    const html = print(thread({ branches: [aBranch(flat)] }))
    expect(html).toContain('in reply to <a href="#comment-p"><bdi>No Name Set</bdi></a>')
  })

  it('offers more comments as an ordinary link', () => {
    const html = print(thread({ next: 'k1-abc' }))
    expect(html).toContain('href="/articles/the-ferry?after=k1-abc#comments"')
    expect(wordsOf(thread({ next: 'k1-abc' }))).toContain('Load More Comments')
    expect(wordsOf(thread({ next: null }))).not.toContain('Load More Comments')
  })

  it('takes nothing when comments are closed', () => {
    const html = print(thread({}, false))
    expect(html).toContain('Comments are closed.')
    expect(html).not.toContain('<form')
    expect(html).not.toContain('respond?to=')
    expect(wordsOf(thread({ count: 0, branches: [] }, false))).not.toContain('Be the first')
  })

  it('has the form without JavaScript, empty, with the wording of the contract', () => {
    document.body.innerHTML = print(thread({}))
    const form = document.querySelector('form')
    expect(form?.getAttribute('method')).toBe('post')
    expect(form?.getAttribute('action')).toBe('/articles/the-ferry/comments')
    const labels = [...document.querySelectorAll('.field > label')].map((label) => label.textContent)
    expect(labels).toEqual(['Your comment', 'Name (optional)', 'Email (optional)'])
    expect(document.querySelector('button')?.textContent).toBe('Post comment')
    expect(document.querySelectorAll('form [value]')).toHaveLength(0)
  })

  it('hides the trap from people who listen and people who tab', () => {
    document.body.innerHTML = print(thread({}))
    const trap = document.querySelector('[name=website]')
    expect(trap?.closest('[aria-hidden=true]')).not.toBeNull()
    expect(trap?.getAttribute('tabindex')).toBe('-1')
  })

  it('is free of inline styles and scripts', () => {
    expect(print(thread({}))).not.toMatch(/\sstyle=|\son\w+=|<script/)
  })
})
