import robotsParser from 'robots-parser'
import { describe, expect, it } from 'vitest'
import { llmsTxt } from '@/components/robots/llms-txt'
import { markdownLine } from '@/components/robots/markdown-line'
import { markdownPage } from '@/components/robots/markdown-page'
import { robotsTxt } from '@/components/robots/robots-txt'
import { parseMarkdown } from '@/lib/articles/document/parse-markdown'
import { plainText } from '@/lib/articles/document/plain-text'
import { aCard, aPiece } from '../reader/views'

const origin = 'https://news.example'

describe('robots.txt', () => {
  const robots = robotsParser(`${origin}/robots.txt`, robotsTxt(origin))
  const allowed = (path: string) => robots.isAllowed(origin + path, 'SomeBot')

  it.each([
    '/',
    '/articles/the-ferry',
    '/articles/the-ferry.md',
    '/articles/the-ferry?sort=oldest',
    '/articles/the-ferry/comments.xml',
    '/comments/0123456789abcdefghjkmnpqrs',
    '/feed.xml',
    '/tags/river',
    '/authors/ada',
    '/islands/reader.js',
    '/_next/static/a.css',
    '/media/1.webp',
  ])('lets everybody read %s', (path) => {
    expect(allowed(path)).toBe(true)
  })

  it.each([
    '/desk',
    '/studio/x',
    '/settings',
    '/login?next=/',
    '/setup?token=x',
    '/account',
    '/api/v1/x',
    '/articles/the-ferry/mine',
    '/articles/the-ferry/mine.json',
    '/articles/the-ferry/respond?to=x',
    '/articles/the-ferry/comments',
    '/articles/the-ferry/thread?only=x',
    '/articles/the-ferry/live',
    '/comments/x/status?key=y',
    '/comments/x/report',
    '/confirm?id=x',
    '/unsubscribe?id=x',
  ])('asks robots to leave %s', (path) => {
    expect(allowed(path)).toBe(false)
  })

  it('names the maps', () => {
    expect(robots.getSitemaps()).toEqual([`${origin}/sitemap.xml`, `${origin}/news-sitemap.xml`])
  })
})

describe('plain text on a line of Markdown', () => {
  it.each(['a *b* _c_', '# not a heading', '[x](y) <b> `code`', '1 | 2 ~~3~~', 'a\\b & &amp;', '> quote'])(
    '%s stays what it is',
    (text) => {
      const parsed = parseMarkdown(`before ${markdownLine(text)}`)
      expect(parsed.ok && plainText(parsed.value)).toBe(`before ${text}`)
    },
  )

  it('is one line', () => {
    expect(markdownLine(' a\n\n b ')).toBe('a b')
  })
})

describe('a piece as Markdown', () => {
  it('has what stands above its text, the text, and where its comments are', () => {
    const piece = aPiece({ title: 'The *ferry*', dek: 'A crossing.', commentCount: 1 })
    expect(markdownPage({ piece, text: 'It **sails**.' }, origin)).toBe(
      [
        '# The \\*ferry\\*',
        '*A crossing.*',
        `By Ada Lovelace · Feb 12, 2025 · updated Feb 13, 2025 · <${origin}/articles/the-ferry>`,
        'It **sails**.',
        '---',
        `[1 Comment](${origin}/articles/the-ferry#comments)\n`,
      ].join('\n\n'),
    )
  })

  it('leaves out what there is not', () => {
    const piece = aPiece({ bylines: [], updatedAt: '2025-02-12T10:00:00.000Z' })
    expect(markdownPage({ piece, text: '' }, origin)).toBe(
      `# The ferry\n\nFeb 12, 2025 · <${origin}/articles/the-ferry>\n\n---\n\n[24 Comments](${origin}/articles/the-ferry#comments)\n`,
    )
  })
})

describe('llms.txt', () => {
  it('begins with a heading and a quotation, then lists links: as llmstxt.org asks', () => {
    const text = llmsTxt({ name: 'News [x]', description: 'From here.', origin }, [
      aCard({ title: 'The *ferry*', dek: 'A crossing.' }),
      aCard({ path: '/articles/b', title: 'B' }),
    ])
    const [heading, , quote] = text.split('\n')
    expect([heading, quote]).toEqual(['# News \\[x\\]', '> From here.'])
    expect(text).toContain(
      `## Latest pieces\n\n- [The \\*ferry\\*](${origin}/articles/the-ferry.md): A crossing.\n- [B](${origin}/articles/b.md)\n`,
    )
    for (const [, link] of text.matchAll(/\]\(([^)]*)\)/g)) expect(link).toMatch(/^https:\/\/news\.example\//)
  })

  it('says nothing of pieces when there are none', () => {
    expect(llmsTxt({ name: 'News', description: '', origin }, [])).not.toContain('Latest')
  })
})
