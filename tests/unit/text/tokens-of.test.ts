import { describe, expect, it } from 'vitest'
import { foldWord } from '../../../lib/text/fold-word'
import { stemmerOf } from '../../../lib/text/stem'
import { tokensOf } from '../../../lib/text/tokens-of'

describe('words of a text', () => {
  it.each([
    ['Écluse', 'ecluse'],
    ['STRASSE', 'strasse'],
    ['Straße', 'strasse'],
    ['Łódź', 'lodz'],
    ['İstanbul', 'istanbul'],
    ['ﬁne', 'fine'],
    ['مَدِينَة', 'مدينه'],
    ['שָׁלוֹם', 'שלום'],
    ['हिन्दी', 'हिन्दी'],
    ['が', 'が'],
    ['ΛΌΓΟΣ', 'λογοσ'],
  ])('%s counts as %s', (word, folded) => {
    expect(foldWord(word)).toBe(folded)
  })

  it.each([
    ['en-GB', ['flooding', 'floods', 'Flooded'], 'flood'],
    ['de', ['Häuser', 'Haus'], 'haus'],
    ['fr', ['écluses', 'Écluse'], 'eclus'],
    ['xx', ['Flood'], 'flood'],
  ])('in %s %j are forms of one word', (language, words, stem) => {
    expect(words.map(stemmerOf(language))).toEqual(words.map(() => stem))
  })

  it('tells where each word stands', () => {
    const text = 'It’s 🌊 Überflut-\nung, 2025!'
    const words = [...tokensOf(text, 'en')]
    expect(words.map(({ form }) => form)).toEqual(['it', 's', 'uberflut', 'ung', '2025'])
    for (const { start, end, form } of words) expect(foldWord(text.slice(start, end))).toBe(form)
  })

  it('parts scripts without blanks by two letters, beside words of others', () => {
    const words = [...tokensOf('abc东京都X 人', 'zh')]
    expect(words.map(({ form }) => form)).toEqual(['abc', '东京', '京都', 'x', '人'])
    expect(words.map(({ isPart }) => isPart)).toEqual([false, true, true, false, true])
    expect(words[1]).toMatchObject({ start: 3, end: 5 })
  })

  it('cuts what is longer than any word', () => {
    const [token, ...rest] = [...tokensOf('x'.repeat(5_000), 'en')]
    expect(token?.form).toHaveLength(40)
    expect(rest).toEqual([])
  })
})
