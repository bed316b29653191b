import { describe, expect, it } from 'vitest'
import { FrontPage } from '@/components/reader/front-page'
import { JsonLd } from '@/components/reader/json-ld'
import { MissingPiece } from '@/components/reader/missing-piece'
import { Piece } from '@/components/reader/piece'
import { pieceFacts } from '@/components/reader/piece-facts'
import { RelatedPieces } from '@/components/reader/related-pieces'
import { summaryOf } from '@/components/reader/summary-of'
import { bylineText, commentsText, readingText } from '@/components/reader/words'
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

describe('the front page', () => {
  const front = (count: number, later = false, next: string | null = null) => (
    <FrontPage
      pieces={Array.from({ length: count }, (_, index) =>
        aCard({ slug: `p${index}`, path: `/articles/p${index}` }),
      )}
      next={next}
      later={later}
    />
  )

  it('opens with a lead and goes on with rows', () => {
    expect(print(front(3)).match(/class="lead"/g)).toHaveLength(1)
    expect(print(front(3)).match(/class="row"/g)).toHaveLength(2)
  })

  it('has rows only on later pages, and a way back', () => {
    const html = print(front(2, true))
    expect(html).not.toContain('class="lead"')
    expect(html.match(/class="row"/g)).toHaveLength(2)
    expect(wordsOf(front(2, true))).toContain('Latest pieces')
  })

  it('turns the page with an ordinary link', () => {
    expect(print(front(1, false, 'k1-a'))).toContain('href="/?after=k1-a"')
    expect(wordsOf(front(1))).not.toContain('Earlier pieces')
  })

  it('says so when there is nothing', () => {
    expect(wordsOf(front(0))).toContain('No items found.')
    expect(wordsOf(front(0, true))).toContain('Go to the latest pieces.')
  })

  it('speaks the language of each piece', () => {
    const html = print(
      <FrontPage pieces={[aCard({ language: 'ar', direction: 'rtl' })]} next={null} later={false} />,
    )
    expect(html).toContain('lang="ar" dir="rtl"')
  })
})

describe('a piece', () => {
  const address = 'https://news.example/articles/the-ferry'

  it('has the line of the contract: byline, date, reading time, comments, share', () => {
    const words = wordsOf(<Piece piece={aPiece({ commentCount: 1 })} address={address} />)
    expect(words).toContain('By Ada Lovelace Feb 12, 2025 6 min read 1 Comment Share')
  })

  it('can be shared without JavaScript', () => {
    const html = print(<Piece piece={aPiece({ title: 'A & B' })} address={address} />)
    expect(html).toContain(`mailto:?subject=A%20%26%20B&amp;body=${encodeURIComponent(address)}`)
  })

  it('tells machines the count that the page shows, and no text ends the data block', () => {
    const facts = pieceFacts(aPiece({ title: '</script><script>alert(1)</script>', commentCount: 20 }), {
      address,
      publication: 'News',
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
    const facts = pieceFacts(aPiece(), { address, publication: 'News', thread: aThread({ branches }) })
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

describe('a page that is not there', () => {
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
