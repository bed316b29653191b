import { describe, expect, it } from 'vitest'
import { Archive } from '@/components/reader/archive'
import { AuthorDirectory } from '@/components/reader/author-directory'
import { EarlierPieces } from '@/components/reader/earlier-pieces'
import { FrontPage } from '@/components/reader/front-page'
import { Guidelines } from '@/components/reader/guidelines'
import { JsonLd } from '@/components/reader/json-ld'
import { MissingPiece } from '@/components/reader/missing-piece'
import { Neighbours } from '@/components/reader/neighbours'
import { Piece } from '@/components/reader/piece'
import { pieceFacts } from '@/components/reader/piece-facts'
import { PieceList } from '@/components/reader/piece-list'
import { RelatedPieces } from '@/components/reader/related-pieces'
import { summaryOf } from '@/components/reader/summary-of'
import { TagDirectory } from '@/components/reader/tag-directory'
import { Transparency } from '@/components/reader/transparency'
import { bylineText, commentsText, readingText } from '@/components/reader/words'
import type { ListTitle } from '@/lib/articles/piece-list'
import type { FrontView } from '@/lib/articles/read-front'
import { print, wordsOf } from './print'
import { aBranch, aCard, aComment, aPiece, aThread } from './views'

describe('the summary of a piece', () => {
  it('is its dek, else how it begins, cut at a word', () => {
    expect(summaryOf({ dek: 'Dek.', plainText: 'Text.' })).toBe('Dek.')
    expect(summaryOf({ dek: '', plainText: 'One\n\ntwo' })).toBe('One two')
    expect(summaryOf({ dek: '', plainText: '' })).toBeUndefined()
    const long = summaryOf({ dek: '', plainText: 'word '.repeat(100) })
    expect(long).toMatch(/^(word )*word…$/)
    expect(long?.length).toBeLessThanOrEqual(161)
  })
})

describe('words around a piece', () => {
  it('counts comments', () => {
    expect([0, 1, 24, 1234].map(commentsText)).toEqual([
      '0 Comments',
      '1 Comment',
      '24 Comments',
      '1,234 Comments',
    ])
  })

  it('never takes less than a minute', () => {
    expect([0, 1, 12].map(readingText)).toEqual(['1 min read', '1 min read', '12 min read'])
  })

  it('joins names', () => {
    expect(bylineText([{ name: 'A' }, { name: 'B' }, { name: 'C' }])).toBe('A, B, and C')
  })
})

const cards = (count: number) =>
  Array.from({ length: count }, (_, index) => aCard({ slug: `p${index}`, path: `/articles/p${index}` }))

describe('the front page', () => {
  const front = (given: Partial<FrontView> = {}) => (
    <FrontPage front={{ pieces: cards(3), featured: [], sections: [], next: null, ...given }} />
  )

  it('opens with a lead and goes on with rows', () => {
    expect(print(front()).match(/class="lead h-entry"/g)).toHaveLength(1)
    expect(print(front()).match(/class="row h-entry"/g)).toHaveLength(2)
  })

  it('has sections under their own names, which lead to all of it', () => {
    const section = { name: 'Boats', path: '/tags/boats', pieces: cards(2) }
    const html = print(front({ sections: [section] }))
    expect(html).toContain('<h2 class="section-title"><a href="/tags/boats"><bdi>Boats</bdi></a></h2>')
    expect(html.match(/<h3 /g)).toHaveLength(2)
  })

  it('turns the page with an ordinary link', () => {
    expect(print(front({ next: 'k1-a' }))).toContain('href="/?after=k1-a"')
    expect(wordsOf(front())).not.toContain('Earlier pieces')
  })

  it('says so when there is nothing', () => {
    expect(wordsOf(front({ pieces: [] }))).toContain('No items found.')
  })

  it('speaks the language of each piece', () => {
    expect(print(front({ pieces: [aCard({ language: 'ar', direction: 'rtl' })] }))).toContain(
      'lang="ar" dir="rtl"',
    )
  })

  it('has rows only on later pages, and a way back', () => {
    const later = (pieces: number) => <EarlierPieces pieces={cards(pieces)} next={null} />
    expect(print(later(2))).not.toContain('class="lead')
    expect(print(later(2)).match(/class="row h-entry"/g)).toHaveLength(2)
    expect(wordsOf(later(2))).toContain('Latest pieces')
    expect(wordsOf(later(0))).toContain('Go to the latest pieces.')
  })
})

describe('a list of pieces', () => {
  const within = { kind: 'all' } as const
  const list = (title: ListTitle, next: string | null = null, later = false) => (
    <PieceList list={{ title, path: '/tags/boats', within }} pieces={cards(2)} next={next} later={later} />
  )

  it('stands under its name, and under what kind of list it is', () => {
    expect(wordsOf(list({ kind: 'tag', name: 'Boats' }))).toMatch(/^Tag Boats /)
    expect(wordsOf(list({ kind: 'author', name: 'Ada', bio: 'Counts.' }))).toMatch(/^Author Ada Counts\. /)
    expect(wordsOf(list({ kind: 'period', year: 2025, month: 2 }))).toMatch(/^Archive February 2025 /)
    expect(wordsOf(list({ kind: 'period', year: 2025, month: null }))).toMatch(/^Archive 2025 /)
  })

  it('turns its pages with ordinary links', () => {
    const html = print(list({ kind: 'tag', name: 'Boats' }, 'k1-a', true))
    expect(html).toContain('href="/tags/boats?after=k1-a"')
    expect(html).toContain('href="/tags/boats"')
  })
})

describe('directories', () => {
  it('name what there is, and how much of it', () => {
    const entry = { path: '/tags/boats', name: 'Boats', pieces: 1, bio: 'Counts.' }
    expect(wordsOf(<TagDirectory tags={[entry]} />)).toBe('Tags Boats 1 piece')
    expect(wordsOf(<AuthorDirectory authors={[entry]} />)).toBe('Authors Boats 1 piece Counts.')
    const months = [{ path: '/archive/2025/02', month: 2, pieces: 24 }]
    const year = { path: '/archive/2025', year: 2025, pieces: 24, months }
    expect(wordsOf(<Archive years={[year]} />)).toBe('Archive 2025 24 pieces February 24 pieces')
    expect(wordsOf(<TagDirectory tags={[]} />)).toBe(
      'Tags No items found. Tags stand here from the first piece on that has one.',
    )
  })
})

describe('a piece', () => {
  const origin = 'https://news.example'
  const address = `${origin}/articles/the-ferry`
  const site = { name: 'News', description: '', origin, profiles: [] }

  it('has the line of the contract: byline, date, reading time, comments, share', () => {
    const piece = aPiece({ commentCount: 1, updatedAt: '2025-02-12T09:30:00.000Z' })
    const words = wordsOf(<Piece piece={piece} address={address} />)
    expect(words).toContain('By Ada Lovelace Feb 12, 2025 6 min read 1 Comment Share')
  })

  it('says when it was changed since', () => {
    const words = wordsOf(<Piece piece={aPiece()} address={address} />)
    expect(words).toContain('Feb 12, 2025 Updated Feb 13, 2025 6 min read')
  })

  it('leads to its writers and to what it is about', () => {
    const bylines = [
      { name: 'Ada', slug: 'ada', path: '/authors/ada' },
      { name: 'ليلى', slug: 'layla', path: '/authors/layla' },
    ]
    const tags = [{ name: 'Boats & rope', slug: 'boats-rope', path: '/tags/boats-rope' }]
    const html = print(<Piece piece={aPiece({ bylines, tags })} address={address} />)
    expect(html).toContain(
      '<a href="/authors/ada" rel="author" class="p-author h-card"><bdi>Ada</bdi></a> and <a href="/authors/layla"',
    )
    expect(html).toContain(
      '<a href="/tags/boats-rope" rel="tag" class="p-category"><bdi>Boats &amp; rope</bdi></a>',
    )
    expect(print(<Piece piece={aPiece()} address={address} />)).not.toContain('Tags')
  })

  it('has contents when it is long', () => {
    const lines = [
      { anchor: 'h-one', text: 'One' },
      { anchor: 'h-مرحبا', text: 'a < b & c' },
    ]
    const contents = (given: typeof lines) =>
      /<nav class="contents".*<\/nav>/s.exec(
        print(<Piece piece={aPiece({ contents: given })} address={address} />),
      )
    expect(contents([])).toBeNull()
    expect(contents(lines)?.[0].match(/<a [^>]*>.*?<\/a>/g)).toEqual([
      '<a href="#h-one"><bdi>One</bdi></a>',
      '<a href="#h-%D9%85%D8%B1%D8%AD%D8%A8%D8%A7"><bdi>a &lt; b &amp; c</bdi></a>',
    ])
  })

  it('stands between two others', () => {
    const [earlier, later] = [aCard({ title: 'Before' }), aCard({ title: 'After' })]
    expect(wordsOf(<Neighbours earlier={earlier} later={later} />)).toBe('Previous Before Next After')
    expect(wordsOf(<Neighbours earlier={earlier} later={null} />)).toBe('Previous Before')
    expect(print(<Neighbours earlier={null} later={null} />)).toBe('')
  })

  it('can be shared without JavaScript', () => {
    const html = print(<Piece piece={aPiece({ title: 'A & B' })} address={address} />)
    expect(html).toContain(`mailto:?subject=A%20%26%20B&amp;body=${encodeURIComponent(address)}`)
  })

  it('tells machines the count that the page shows, and no text ends the data block', () => {
    const facts = pieceFacts(aPiece({ title: '</script><script>alert(1)</script>', commentCount: 20 }), {
      address,
      site,
      thread: null,
    })
    const html = print(<JsonLd facts={facts} />)
    expect(html.match(/<\/script>/g)).toHaveLength(1)
    const told: unknown = JSON.parse(html.replace(/^<script[^>]*>|<\/script>$/g, ''))
    expect(told).toMatchObject({
      '@type': 'Article',
      commentCount: 20,
      headline: '</script><script>alert(1)</script>',
    })
    expect(told).not.toHaveProperty('comment')
  })

  it('tells machines the comments at the top of the first page, and nothing of removed ones', () => {
    const hostile = aComment({ id: 'c1', name: '', body: `</script><b>${'x'.repeat(2_000)}`, recommends: 3 })
    const stub = aComment({ id: 's', kind: 'stub', name: '', body: '', createdAt: '' })
    const branches = [
      { comment: hostile, replies: [aBranch({ id: 'reply' })], more: null },
      { comment: stub, replies: [aBranch({ id: 'below' })], more: null },
    ]
    const facts = pieceFacts(aPiece(), { address, site, thread: aThread({ branches }) })
    expect(facts.comment).toEqual([
      {
        '@type': 'Comment',
        author: { '@type': 'Person', name: 'No Name Set' },
        text: `</script><b>${'x'.repeat(988)}…`,
        dateCreated: '2025-02-12T14:03:00.000Z',
        url: `${address}#comment-c1`,
        upvoteCount: 3,
      },
    ])
    expect(print(<JsonLd facts={facts} />).match(/<\/script>/g)).toHaveLength(1)
  })

  it('stands above related pieces, or says there are none', () => {
    expect(wordsOf(<RelatedPieces pieces={[aCard()]} />)).toContain('The ferry By Ada Lovelace')
    expect(wordsOf(<RelatedPieces pieces={[]} />)).toContain('No items found.')
  })
})

describe('the rules and the numbers', () => {
  it('are told in plain words', () => {
    const view = {
      own: null,
      handling: ['It waits.'],
      reasons: [{ name: 'Off topic', meaning: 'Elsewhere.' }],
    }
    const words = wordsOf(<Guidelines view={view} />)
    expect(words).toContain('Say what you think')
    expect(words).toContain('It waits.')
    expect(words).toContain('Off topic Elsewhere.')
    const own = wordsOf(<Guidelines view={{ ...view, own: { html: '<p>Be kind.</p>', direction: 'ltr' } }} />)
    expect(own).toContain('Be kind.')
    expect(own).not.toContain('Say what you think')
  })

  it('are rounded counts under their month', () => {
    const month = {
      ...{ year: 2031, month: 3, decisions: 1230 },
      moves: [{ move: 'approve', count: 1200 } as const, { move: 'spam', count: null } as const],
      reasons: [{ reason: null, count: null } as const],
    }
    expect(wordsOf(<Transparency months={[month]} />)).toContain(
      'March 2031 About 1,230 decisions Let stand about 1,200 Marked as spam fewer than 10 ' +
        'Reasons for turning comments away No reason given fewer than 10',
    )
    expect(wordsOf(<Transparency months={[]} />)).toContain('no month with enough decisions yet')
  })
})

describe('a page that is not there', () => {
  it('offers to look for it, without a word on how', () => {
    const html = print(<MissingPiece />)
    expect(html).toContain('<form class="search-form" role="search" action="/search" method="get">')
    expect(html).not.toContain('Words in quotes')
  })

  it('offers the first page of a list', () => {
    expect(print(<MissingPiece first="/articles/x" />)).toContain('href="/articles/x"')
  })

  it.each(['//elsewhere.example', 'https://elsewhere.example', 'javascript:alert(1)'])(
    'sends nobody to %s',
    (first) => {
      expect(print(<MissingPiece first={first} />).match(/href="[^"]*"/g)).toEqual(['href="/"'])
    },
  )
})
