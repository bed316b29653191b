import { describe, expect, it } from 'vitest'
import { matches } from '../../../lib/text/matches'
import { parseQuery } from '../../../lib/text/parse-query'

describe('what was typed into a search field', () => {
  it.each([
    ['the floods', [['the'], ['flood']], [null, 'floods']],
    ['the floods ', [['the'], ['flood']], [null, 'floods']],
    ['"the floods"', [['the flood']], [null]],
    ['„the floods“ mud', [['the flood'], ['mud']], [null, 'mud']],
    ['mud "the floods"', [['the flood'], ['mud']], [null, null]],
    ['flo* "a b', [['flo'], ['a'], ['b']], ['flo', null, null]],
    ['x', [['x']], [null]],
    ['tide-gauge', [['tide'], ['gaug']], [null, 'gauge']],
  ])('%s', (typed, phrases, prefixes) => {
    const terms = parseQuery(typed, ['en'])?.terms ?? []
    expect(terms.map((term) => term.phrases.map((words) => words.join(' ')))).toEqual(phrases)
    expect(terms.map(({ prefix }) => prefix)).toEqual(prefixes)
  })

  it('takes a word for a word of every language there is', () => {
    expect(parseQuery('Häuser', ['de-AT', 'en'])?.terms[0]?.phrases).toEqual([['haus'], ['hauser']])
  })

  it.each(['', '   ', '"" *', '!?-()', '\u0000'])('%j asks for nothing', (typed) => {
    expect(parseQuery(typed, ['en'])).toBeNull()
  })

  it('leaves out more words than anybody types', () => {
    expect(parseQuery('word '.repeat(100), ['en'])?.terms).toHaveLength(12)
  })
})

describe('whether a text is what is looked for', () => {
  const isIn = (typed: string, ...texts: string[]): boolean => {
    const query = parseQuery(typed, ['en'])
    return query !== null && matches(query, texts, 'en')
  }

  it('finds every term, in one of the texts each', () => {
    expect(isIn('floods harbour', 'Flooding', 'in the harbour')).toBe(true)
    expect(isIn('floods harbour', 'Flooding')).toBe(false)
  })

  it('keeps the order of a phrase within one text', () => {
    expect(isIn('"four minutes"', 'it took four minutes')).toBe(true)
    expect(isIn('"four minutes"', 'minutes four')).toBe(false)
    expect(isIn('"four minutes"', 'four', 'minutes')).toBe(false)
  })

  it('takes the last word for a beginning', () => {
    expect(isIn('harb', 'harbours')).toBe(true)
    expect(isIn('harb mud', 'harbours mud')).toBe(false)
  })
})
