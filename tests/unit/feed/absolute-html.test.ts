import { describe, expect, it } from 'vitest'
import { absoluteHtml } from '@/components/feed/absolute-html'

describe('addresses in a text that leaves its page', () => {
  const base = 'https://news.example/articles/the-ferry'

  it.each([
    ['<a href="/articles/x">', '<a href="https://news.example/articles/x">'],
    ['<a href="#fn1">', '<a href="https://news.example/articles/the-ferry#fn1">'],
    ['<img alt="" src="/media/1.webp">', '<img alt="" src="https://news.example/media/1.webp">'],
    ['<a href="https://other.example/?a=1&amp;b=2">', '<a href="https://other.example/?a=1&amp;b=2">'],
    ['<a href="mailto:a@b.example">', '<a href="mailto:a@b.example">'],
    ['<code>href="/x"</code>', '<code>href="/x"</code>'],
  ])('%s', (html, expected) => {
    expect(absoluteHtml(html, base)).toBe(expected)
  })
})
