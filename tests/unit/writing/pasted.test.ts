import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cleanHtml } from '../../../components/studio/writing/paste/clean-html'
import { looksLikeMarkdown } from '../../../components/studio/writing/paste/looks-like-markdown'
import { printMarkdown } from '../../../lib/articles/document/print-markdown'
import { asPasted } from './as-pasted'

const FOLDER = join(import.meta.dirname, 'pasted')
const pasted = (html: string): string => `${printMarkdown(asPasted(html))}\n`

describe('what is pasted', () => {
  const sources = readdirSync(FOLDER).filter((name) => name.endsWith('.html'))
  it.each(sources)('%s is what it means', (name) => {
    const golden = join(FOLDER, name.replace(/\.html$/, '.md'))
    const made = pasted(readFileSync(join(FOLDER, name), 'utf8'))
    expect(made).toBe(readFileSync(golden, 'utf8'))
  })
})

describe('pictures of other places', () => {
  it('are left out and counted; what counts who opens a letter is no picture', () => {
    expect(
      cleanHtml('<p>a</p><img src="https://a.example/1.png"><img src="file:///c:/2.png">').picturesLeftOut,
    ).toBe(2)
    expect(cleanHtml('<img src="https://a.example/open.gif" width="1">').picturesLeftOut).toBe(0)
    expect(cleanHtml('<img src="/media/a.jpg">').picturesLeftOut).toBe(0)
  })
})

describe('Markdown', () => {
  it.each([
    '## Heading',
    '- one\n- two',
    'see [this](https://a.b)',
    '> quoted',
    '**bold** move',
    'a[^1]\n\n[^1]: b',
    '| a |\n|---|',
  ])('is told: %s', (text) => expect(looksLikeMarkdown(text)).toBe(true))
  it.each(['Just words.', '- one dash', 'a * b * c', '5 > 3', 'C# is a language', 'one\ntwo'])(
    'is not seen in: %s',
    (text) => expect(looksLikeMarkdown(text)).toBe(false),
  )
})
