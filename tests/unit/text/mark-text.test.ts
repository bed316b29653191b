import { describe, expect, it } from 'vitest'
import { type MarkedPart, excerptOf, markText } from '../../../lib/text/mark-text'
import { parseQuery } from '../../../lib/text/parse-query'

const asked = (typed: string) => {
  const query = parseQuery(typed, ['en'])
  if (!query) throw new Error('nothing to look for')
  return query
}

const printed = (parts: readonly MarkedPart[]): string =>
  parts.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')

describe('what was looked for is marked', () => {
  it.each([
    ['flood', 'Floods & flooding: “flood”!', '[Floods] & [flooding]: “[flood]”!'],
    ['"four minutes"', 'four minutes, minutes four', '[four minutes], minutes four'],
    ['harb', '<b>The Harbour</b>', '<b>The [Harbour]</b>'],
    ['東京', '東京都', '[東京]都'],
    ['ecluse', "L'Écluse", "L'[Écluse]"],
    ['nothing', 'Untouched.', 'Untouched.'],
  ])('%s in %s', (typed, text, expected) => {
    expect(printed(markText(text, 'en', asked(typed)))).toBe(expected)
  })
})

describe('an excerpt', () => {
  const filler = (count: number): string => 'some other words '.repeat(count).trim()

  it('is the whole of a short text, in one line', () => {
    expect(printed(excerptOf('“A\n  lantern.”', 'en', asked('lantern')))).toBe('“A [lantern].”')
  })

  it('begins a little before the first hit, and tells that more stands around', () => {
    const text = `${filler(50)} the lantern ${filler(50)}`
    const excerpt = printed(excerptOf(text, 'en', asked('lantern')))
    expect(excerpt).toMatch(/^… (\w+ ){8}\[lantern\]( \w+){27} …$/)
  })

  it('shows where most of what was looked for stands together', () => {
    const text = `lantern ${filler(60)} ferry by lantern light ${filler(60)}`
    expect(printed(excerptOf(text, 'en', asked('lantern ferry')))).toContain('[ferry] by [lantern]')
  })

  it('looks far down a long text, but not for ever', () => {
    const deep = `${filler(800)} lantern`
    expect(printed(excerptOf(deep, 'en', asked('lantern')))).toContain('[lantern]')
    const deeper = `Beginning. ${filler(5_000)} lantern`
    expect(printed(excerptOf(deeper, 'en', asked('lantern')))).toMatch(/^Beginning\. .* …$/)
  })

  it('is the beginning when nothing of it is marked', () => {
    expect(printed(excerptOf(`One two ${filler(40)}`, 'en', asked('lantern')))).toMatch(/^One two .* …$/)
  })

  it('has no words of an empty text', () => {
    expect(printed(excerptOf('', 'en', asked('lantern')))).toBe('')
  })
})
