import { parseRssFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import { commentHtml } from '@/components/feed/comment-html'
import { commentsFeed } from '@/components/feed/comments-feed'
import type { CommentEntryView } from '@/lib/feeds/feed-view'
import { xmlProblems } from '../../support/standards/validate-xml'

const origin = 'https://news.example'

const aCommentEntry = (given: Partial<CommentEntryView> = {}): CommentEntryView => ({
  id: 'c1',
  permalink: `/comments/${given.id ?? 'c1'}`,
  name: 'Grace',
  body: 'Well said.',
  createdAt: '2025-02-12T14:03:00.000Z',
  changedAt: '2025-02-12T14:03:00.000Z',
  inReplyTo: null,
  piece: { id: 'a1', path: '/articles/the-ferry', title: 'The ferry', language: 'en' },
  ...given,
})

const print = (...comments: CommentEntryView[]) =>
  commentsFeed({
    title: 'Comments · News & Views',
    description: 'What readers say.',
    page: `${origin}/`,
    address: `${origin}/comments.xml`,
    origin,
    comments,
  })
const read = (...comments: CommentEntryView[]) => parseRssFeed(print(...comments))

describe('a feed of comments', () => {
  it('says nothing of a change before the first comment', () => {
    expect(read().lastBuildDate).toBeUndefined()
  })

  it('tells of each comment, and what it answers', () => {
    const feed = read(
      aCommentEntry({ id: 'c2', inReplyTo: 'c1', name: '', changedAt: '2025-02-12T15:00:00.000Z' }),
      aCommentEntry({ body: 'One\ntwo <b>' }),
    )
    expect(feed).toMatchObject({
      title: 'Comments · News & Views',
      link: `${origin}/`,
      lastBuildDate: 'Wed, 12 Feb 2025 15:00:00 GMT',
      atom: { links: [{ rel: 'self', href: `${origin}/comments.xml` }] },
      items: [
        {
          title: 'No Name Set on “The ferry”',
          link: `${origin}/comments/c2`,
          guid: { value: 'urn:stet:comment:c2', isPermaLink: false },
          pubDate: 'Wed, 12 Feb 2025 14:03:00 GMT',
          dc: { creators: ['No Name Set'] },
          thr: {
            inReplyTos: [{ ref: 'urn:stet:comment:c1', href: `${origin}/comments/c1`, type: 'text/html' }],
          },
        },
        {
          title: 'Grace on “The ferry”',
          description: '<p>One<br />two &lt;b&gt;</p>',
          thr: {
            inReplyTos: [
              { ref: 'urn:stet:article:a1', href: `${origin}/articles/the-ferry`, type: 'text/html' },
            ],
          },
        },
      ],
    })
  })

  it('survives texts that look like XML, and letters that XML has not', () => {
    const text = ']]> & <item> "quoted" \u0001\ufffe'
    const xml = print(aCommentEntry({ name: text, body: text }), aCommentEntry({ id: 'c2' }))
    expect(xmlProblems(xml)).toEqual([])
    expect(parseRssFeed(xml).items).toHaveLength(2)
  })

  it('may be empty, and keeps its bytes while nothing changes', () => {
    expect(xmlProblems(print())).toEqual([])
    expect(print(aCommentEntry())).toBe(print(aCommentEntry()))
  })
})

describe('the words of a comment as HTML', () => {
  it.each([
    ['plain', '<p>plain</p>'],
    ['a\nb', '<p>a<br />b</p>'],
    ['<script>x</script> & "y"', '<p>&lt;script&gt;x&lt;/script&gt; &amp; &quot;y&quot;</p>'],
    [
      'see https://a.example/?b=1&c="d',
      '<p>see <a href="https://a.example/?b=1&amp;c=" rel="ugc nofollow noopener">https://a.example/?b=1&amp;c=</a>&quot;d</p>',
    ],
    ['javascript:alert(1)', '<p>javascript:alert(1)</p>'],
  ])('%s', (text, html) => {
    expect(commentHtml(text)).toBe(html)
  })
})
