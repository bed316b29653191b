import { describe, expect, it } from 'vitest'
import { absoluteDocument } from '../../../../lib/articles/document/absolute-document'
import { parseMarkdown } from '../../../../lib/articles/document/parse-markdown'
import { picturesIn } from '../../../../lib/articles/document/pictures-in'
import { printMarkdown } from '../../../../lib/articles/document/print-markdown'
import { renderHtml } from '../../../../lib/articles/document/render-html'

const base = 'https://news.example/articles/the-ferry'

const parsed = (markdown: string) => {
  const result = parseMarkdown(markdown)
  if (!result.ok) throw new Error('No document.')
  return result.value
}
const away = (markdown: string): string => printMarkdown(absoluteDocument(parsed(markdown), base))

describe('a document away from its page', () => {
  it.each([
    ['[x](/articles/x)', '[x](https://news.example/articles/x)'],
    ['[x](#notes)', `[x](${base}#notes)`],
    ['[x](https://other.example/?a=1)', '[x](https://other.example/?a=1)'],
    ['[x](mailto:a@b.example)', '[x](mailto:a@b.example)'],
    ['![alt](/media/1.webp#wide "words")', '![alt](https://news.example/media/1.webp "words")'],
    ['# [x](/y)', '## [x](https://news.example/y)'],
    ['> - [x](/y)', '> - [x](https://news.example/y)'],
    ['1. [x](/y)', '1. [x](https://news.example/y)'],
    ['`[x](/y)`', '`[x](/y)`'],
  ])('%s', (markdown, expected) => {
    expect(away(markdown)).toBe(expected)
  })

  it('looks into tables, and leaves code alone', () => {
    expect(away('| a |\n| - |\n| [x](/y) |')).toContain('[x](https://news.example/y)')
    expect(away('```\n[x](/y)\n```')).toBe('```\n[x](/y)\n```')
  })
})

describe('the pictures of a piece', () => {
  it('are found as the renderer writes them, each once', () => {
    const markdown = '![a](/media/1.webp?a=1&b=2#wide "x")\n\n![b](/media/2.webp)\n\n![c](/media/2.webp)'
    expect(picturesIn(renderHtml(parsed(markdown), 'ltr'))).toEqual([
      '/media/1.webp?a=1&b=2',
      '/media/2.webp',
    ])
  })

  it('are none where a text only speaks of them', () => {
    expect(picturesIn(renderHtml(parsed('`<img src="/x">`'), 'ltr'))).toEqual([])
  })
})
