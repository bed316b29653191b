import { describe, expect, it } from 'vitest'
import { absoluteHtml } from '@/components/feed/absolute-html'

describe('addresses in a text that leaves its page', () => {
  const base = 'https://news.example/articles/the-ferry'

  it.each([
    ['<a href="/articles/x">', '<a href="https://news.example/articles/x">'],
    ['<a href="#fn1">', '<a href="https://news.example/articles/the-ferry#fn1">'],
    ['<img alt="" src="/media/1.webp">', '<img alt="" src="https://news.example/media/1.webp">'],
    [
      '<source srcset="/media/1-320.avif 320w, /media/1-640.avif 640w" sizes="100vw" />',
      '<source srcset="https://news.example/media/1-320.avif 320w, https://news.example/media/1-640.avif 640w" sizes="100vw" />',
    ],
    [
      '<img src="/m/1.jpg" srcset="/m/2.jpg" />',
      '<img src="https://news.example/m/1.jpg" srcset="https://news.example/m/2.jpg" />',
    ],
    ['<img src="/m/1.jpg" srcset="" />', '<img src="https://news.example/m/1.jpg" srcset="" />'],
    ['<a href="https://other.example/?a=1&amp;b=2">', '<a href="https://other.example/?a=1&amp;b=2">'],
    ['<a href="mailto:a@b.example">', '<a href="mailto:a@b.example">'],
    ['<code>href="/x"</code>', '<code>href="/x"</code>'],
  ])('%s', (html, expected) => {
    expect(absoluteHtml(html, base)).toBe(expected)
  })
})
