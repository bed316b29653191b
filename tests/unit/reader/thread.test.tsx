// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { Thread } from '@/components/reader/thread'
import { print, wordsOf } from './print'
import { aBranch, aComment, aPlace, aThread } from './views'

const thread = (given: Parameters<typeof aThread>[0], place: Parameters<typeof aPlace>[0] = {}) => (
  <Thread thread={aThread(given)} place={aPlace(place)} />
)
const show = (...given: Parameters<typeof thread>): void => {
  document.body.innerHTML = print(thread(...given))
}
const all = (selector: string): Element[] => [...document.querySelectorAll(selector)]
const hrefOf = (words: string): string | null | undefined =>
  all('a')
    .find((link) => link.textContent?.startsWith(words))
    ?.getAttribute('href')
const two = [aBranch({ id: 'c1' }), aBranch({ id: 'c2' })]

describe('the thread', () => {
  it('invites when nobody has written', () => {
    const words = wordsOf(thread({ count: 0, branches: [] }))
    expect(words).toContain('Comments 0')
    expect(words).toContain('Be the first to leave a comment.')
  })

  it('says until when comments are taken, where that is known', () => {
    expect(wordsOf(thread({}))).not.toContain('Comments close')
    const closesAt = '2030-01-01T03:00:00.000Z'
    show({}, { closesAt })
    expect(wordsOf(thread({}, { closesAt }))).toContain('Comments close on Jan 1, 2030, 03:00 UTC')
    const there = wordsOf(thread({}, { closesAt, zone: 'America/New_York' }))
    expect(there, 'by the clocks of the publication').toContain('Comments close on Dec 31, 2029, 22:00 EST')
    expect(all(`time[datetime="${closesAt}"]`)).toHaveLength(1)
  })

  it('shows who, when and that a text was changed', () => {
    const html = print(thread({ branches: [aBranch({ name: 'Ada', badge: 'moderator', edited: true })] }))
    expect(html).toContain('<bdi class="comment-name p-author h-card">Ada</bdi>')
    expect(html).toContain('>Moderator<')
    expect(html).toContain('(Edited)')
    expect(html).toContain(
      '<time dateTime="2025-02-12T14:03:00.000Z" class="dt-published">Feb 12, 2025, 14:03 UTC</time>',
    )
    expect(html).toContain('href="/comments/c1"')
    expect(html).toContain('id="comment-c1"')
  })

  it('names those who gave no name', () => {
    expect(wordsOf(thread({ branches: [aBranch({ name: '' })] }))).toContain('No Name Set')
  })

  it('gives readers no badge, and the author of the piece their own', () => {
    expect(wordsOf(thread({}))).not.toMatch(/Moderator |Author/)
    expect(wordsOf(thread({ branches: [aBranch({ badge: 'author' })] }))).toContain('Grace Author')
  })

  it('says how often a comment was recommended, and whose it is', () => {
    show({ branches: [aBranch({ id: 'c1', name: 'Ada', recommends: 1234 })] })
    const form = document.querySelector<HTMLFormElement>('form.comment-recommend')
    expect(form?.getAttribute('action')).toBe('/comments/c1/recommend')
    expect(form?.getAttribute('method')).toBe('post')
    const button = form?.querySelector('button[name=intent][value=give]')
    expect(button?.textContent).toBe('Recommend 1,234 (comment by Ada)')
    expect(all('.recommend-count').map((count) => count.textContent)).toEqual(['1,234'])
    show({ branches: [aBranch({ recommends: 0 })] })
    expect(all('.recommend-count').map((count) => count.textContent)).toEqual([''])
  })

  it('offers reply and report, for whom crawlers have no use', () => {
    show({ branches: [aBranch({ id: 'c1', name: 'Ada' })] })
    const links = all('.comment-actions a')
    expect(links.map((link) => [link.className, link.getAttribute('href'), link.textContent])).toEqual([
      ['comment-reply', '/articles/the-ferry/respond?to=c1', 'Reply to Ada'],
      ['comment-report', '/comments/c1/report', 'Report comment by Ada'],
    ])
    expect(links.every((link) => link.getAttribute('rel') === 'nofollow')).toBe(true)
  })

  it('offers no reply where a moderator takes none', () => {
    show({ branches: [aBranch({ id: 'c1', takesReplies: false }), aBranch({ id: 'c2' })] })
    expect(all('.comment-reply').map((link) => link.getAttribute('href'))).toEqual([
      '/articles/the-ferry/respond?to=c2',
    ])
  })

  it('tells the islands where they are', () => {
    show({ count: 24, sort: 'discussed', later: true, branches: [aBranch({ id: 'c1' })] })
    const element = document.querySelector('stet-thread')
    const facts = ['path', 'sort', 'count', 'branch', 'later'].map((name) =>
      element?.getAttribute(`data-${name}`),
    )
    expect(facts).toEqual(['/articles/the-ferry', 'discussed', '24', '', 'true'])
    const comment = document.querySelector<HTMLElement>('ol.thread > li.comment#comment-c1')
    expect(comment?.dataset.at).toBe('2025-02-12T14:03:00.000Z')
  })

  it('quotes picks above the thread, once with an id, and leads to their places', () => {
    const pick = aComment({ id: 'c1', featured: true, body: 'word '.repeat(200) })
    show({ featured: [pick], branches: [{ comment: pick, replies: [], more: null }] })
    expect(all('#comment-c1')).toHaveLength(1)
    expect(document.querySelector('.thread-picks .comment-pick')?.textContent).toBe("Moderator's pick")
    const quoted = document.querySelector('.thread-picks blockquote')?.textContent ?? ''
    expect(quoted.endsWith('word…')).toBe(true)
    expect(quoted.length).toBeLessThanOrEqual(401)
    expect(document.querySelector('.thread-pick-place a')?.getAttribute('href')).toBe('/comments/c1')
    expect(document.querySelector('li.comment .comment-pick')).not.toBeNull()
  })

  it('has orders as links, the one in use marked, and none for a single comment', () => {
    show({ branches: two, sort: 'oldest' })
    expect(
      all('.thread-sort a').map((link) => [link.getAttribute('href'), link.getAttribute('aria-current')]),
    ).toEqual([
      ['/articles/the-ferry#comments', null],
      ['/articles/the-ferry?sort=oldest#comments', 'true'],
      ['/articles/the-ferry?sort=discussed#comments', null],
    ])
    show({ branches: [aBranch()] })
    expect(all('.thread-sort')).toHaveLength(0)
  })

  it.each([
    ['newest', 'Back to the newest comments', '/articles/the-ferry#comments'],
    ['oldest', 'Back to the oldest comments', '/articles/the-ferry?sort=oldest#comments'],
    ['discussed', 'Back to the most discussed comments', '/articles/the-ferry?sort=discussed#comments'],
  ] as const)('leads back from a later page in the order %s', (sort, words, href) => {
    show({ sort, later: true })
    expect(hrefOf(words)).toBe(href)
    show({ sort })
    expect(hrefOf(words)).toBeUndefined()
  })

  it('offers more replies where they are missing, also where none is shown', () => {
    const more = { branch: 'c1', after: 'k1-abc' }
    show({ branches: [aBranch({ id: 'c1', name: 'Ada' }, [aBranch({ id: 'r' })], more)] })
    const link = document.querySelector('#comment-c1 > p.replies-more > a')
    expect(link?.getAttribute('href')).toBe('/articles/the-ferry?branch=c1&after=k1-abc#comment-c1')
    expect(link?.getAttribute('rel')).toBe('nofollow')
    expect(link?.textContent).toBe('Load More Replies to Ada')
    show({ branches: [aBranch({ id: 'c1' }, [], { branch: 'c1', after: null })] })
    expect(hrefOf('Load More Replies')).toBe('/articles/the-ferry?branch=c1#comment-c1')
    expect(all('#comment-c1 > ol.replies')).toHaveLength(1)
  })

  it('ends a lane with the link to the rest of it, which is not about the last comment there', () => {
    const more = { branch: 'lane', after: 'k1-abc' }
    show({ branches: [aBranch({ id: 'last', name: 'Ada' }, [], more)] })
    const link = document.querySelector('#comment-last > p.replies-more > a')
    expect(link?.getAttribute('href')).toBe('/articles/the-ferry?branch=lane&after=k1-abc#comment-lane')
    expect(link?.textContent).toBe('Load More Replies')
    expect(all('#comment-last > ol')).toHaveLength(0)
  })

  it('shows a branch with what is above it, in few words, and the ways out', () => {
    const trail = [
      aComment({ id: 'a', name: 'Ada', body: 'long '.repeat(200) }),
      aComment({ id: 's', kind: 'stub', name: '', body: '', createdAt: '' }),
    ]
    show({ branch: 'c1', trail, trailCut: true, later: true, branches: [aBranch({ id: 'c1' })] })
    expect(hrefOf('Back to all comments')).toBe('/articles/the-ferry#comments')
    expect(hrefOf('Back to the first replies')).toBe('/articles/the-ferry?branch=c1#comment-c1')
    expect(hrefOf('More above')).toBe('/articles/the-ferry?branch=a#comment-a')
    expect(all('ol.trail > li').map(({ id }) => id)).toEqual(['comment-a', 'comment-s'])
    expect(document.querySelector('#comment-a .trail-text')?.textContent?.length).toBeLessThanOrEqual(281)
    expect(document.querySelector('#comment-s')?.textContent).toBe('Comment removed by its author')
    // What is gone is cited to nobody.
    expect(all('ol.trail > .h-cite').map(({ id }) => id)).toEqual(['comment-a'])
    expect(document.querySelector('stet-thread')?.getAttribute('data-branch')).toBe('c1')
    expect(all('.thread-sort')).toHaveLength(0)
    expect(all('h3').map((title) => title.textContent)).toEqual(['Comment on the piece itself'])
    show({ branch: 'c1', trail, branches: [aBranch({ id: 'c1' })] })
    expect(hrefOf('More above')).toBeUndefined()
    expect(hrefOf('Back to the first replies')).toBeUndefined()
  })

  it('asks search engines to quote nothing, where that is the setting', () => {
    show({}, { nosnippet: true })
    expect(document.querySelector('section')?.getAttribute('data-nosnippet')).toBe('')
    show({})
    expect(document.querySelector('section')?.hasAttribute('data-nosnippet')).toBe(false)
  })

  it('keeps names and texts of either direction to themselves', () => {
    show({ branches: [aBranch({ name: 'ليلى', body: 'تعليق' })] })
    expect(document.querySelector('bdi.comment-name')?.textContent).toBe('ليلى')
    expect(document.querySelector('.comment-text')?.getAttribute('dir')).toBe('auto')
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
    expect(html).not.toContain('/comments/s')
    expect(html).toMatch(/<li class="comment" id="comment-s">/)
  })

  it('names whom a flat reply answers', () => {
    const flat = { id: 'f', level: 3, inReplyTo: { id: 'p', name: '' } }
    const html = print(thread({ branches: [aBranch(flat)] }))
    expect(html).toContain('in reply to <a href="/comments/p"><bdi>No Name Set</bdi></a>')
    const here = print(thread({ branches: [aBranch({ id: 'p' }, [aBranch(flat)])] }))
    expect(here).toContain('in reply to <a href="#comment-p">')
  })

  it('offers more comments as an ordinary link', () => {
    const html = print(thread({ next: 'k1-abc' }))
    expect(html).toContain('href="/articles/the-ferry?after=k1-abc#comments"')
    expect(wordsOf(thread({ next: 'k1-abc' }))).toContain('Load More Comments')
    expect(wordsOf(thread({ next: null }))).not.toContain('Load More Comments')
  })

  it('takes nothing when comments are closed', () => {
    const html = print(thread({}, { open: false }))
    expect(html).toContain('Comments are closed.')
    expect(html).not.toContain('comment-form')
    expect(html).not.toContain('respond?to=')
    expect(wordsOf(thread({ count: 0, branches: [] }, { open: false }))).not.toContain('Be the first')
  })

  it('has the form without JavaScript, empty, with the wording of the contract', () => {
    document.body.innerHTML = print(thread({}))
    const form = document.querySelector('form.comment-form')
    expect(form?.getAttribute('method')).toBe('post')
    expect(form?.getAttribute('action')).toBe('/articles/the-ferry/comments')
    const labels = [...document.querySelectorAll('.field > label')].map((label) => label.textContent)
    expect(labels).toEqual(['Your comment', 'Name (optional)'])
    // Where no mail is set up, nothing mentions it.
    expect(document.body.textContent).not.toMatch(/e-?mail/i)
    expect(document.querySelector('.comment-form button')?.textContent).toBe('Post comment')
    expect(document.querySelectorAll('form.comment-form [value]')).toHaveLength(0)
  })

  it('offers mail where it is set up: an address, and two boxes that nobody has ticked', () => {
    document.body.innerHTML = print(thread({}, { mail: true }))
    expect(document.querySelector('label[for=email]')?.textContent).toBe('Email (optional)')
    const boxes = [...document.querySelectorAll<HTMLInputElement>('[type=checkbox]')]
    expect(boxes.map(({ name, value, checked }) => [name, value, checked])).toEqual([
      ['tellApproved', '1', false],
      ['tellReplies', '1', false],
    ])
    expect(boxes.map(({ id }) => document.querySelector(`label[for=${id}]`)?.textContent)).toEqual([
      'Tell me by email when it is approved',
      'Tell me by email about replies',
    ])
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
