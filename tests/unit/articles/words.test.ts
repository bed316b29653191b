import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textDirection } from '../../../lib/articles/document/text-direction'
import { readingMinutes, wordCount } from '../../../lib/articles/document/word-count'
import { detectDirection } from '../../../lib/articles/language'
import { readLanguage } from '../../../lib/kernel/language'
import { isSlugOf, numberedSlug, slugify } from '../../../lib/articles/slug'
import { codePoints } from '../../../lib/kernel/canonical-text'

describe('an address', () => {
  test.each([
    ['Hello, World!', 'hello-world'],
    ['Crème brûlée à la façon d’Élise', 'creme-brulee-a-la-facon-delise'],
    ['Straße, Łódź & Smørrebrød', 'strasse-lodz-smorrebrod'],
    ['ﬁne print ①', 'fine-print-1'],
    ['İstanbul ılık', 'istanbul-ilik'],
    ['Привет, мир', 'привет-мир'],
    ['مرحبا بالعالم', 'مرحبا-بالعالم'],
    ['日本語のタイトル', '日本語のタイトル'],
    ['हिन्दी में', 'हिन्दी-में'],
    ['Йод и Ёлка', 'йод-и-ёлка'],
    ['  --__--  ', 'piece'],
    ['😀', 'piece'],
    ['', 'piece'],
    ['../../etc/passwd', 'etc-passwd'],
    ['a\u0000b\ud800c', 'a-b-c'],
  ])('of %j is %s', (title, slug) => {
    expect(slugify(title)).toBe(slug)
  })

  test('is short, made of letters and numbers, and its own address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
        const slug = slugify(title)
        expect(codePoints(slug)).toBeLessThanOrEqual(80)
        expect(slug).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*$/u)
        expect(slug).not.toMatch(/--|-$/)
        expect(slugify(slug)).toBe(slug)
        expect(codePoints(numberedSlug(slug, 12))).toBeLessThanOrEqual(80)
        expect(isSlugOf(numberedSlug(slug, 12), title)).toBe(true)
      }),
    )
  })

  test('ends with a word where it can', () => {
    expect(slugify('word '.repeat(30))).toBe('word-'.repeat(16).slice(0, -1))
    expect(slugify('x'.repeat(300))).toBe('x'.repeat(80))
  })
})

describe('direction', () => {
  test.each([
    ['hello', 'ltr'],
    ['… «مرحبا» hello', 'rtl'],
    ['123 שלום', 'rtl'],
    ['ދިވެހި', 'rtl'],
    ['日本', 'ltr'],
    ['123 …', null],
  ])('of %j is %s', (text, direction) => {
    expect(textDirection(text)).toBe(direction)
  })

  test('is the language’s where that is written from the right', () => {
    expect(detectDirection('ar', 'NATO')).toBe('rtl')
    expect(detectDirection('he-IL', '')).toBe('rtl')
    expect(detectDirection('en', 'مرحبا')).toBe('rtl')
    expect(detectDirection('en', '')).toBe('ltr')
  })
})

describe('a language tag', () => {
  test.each([
    ['EN-us', 'en-US'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['english please', null],
    ['', null],
    ['"><script>', null],
    ['a'.repeat(400), null],
  ])('%j is %s', (tag, canonical) => {
    expect(readLanguage(tag)).toBe(canonical)
  })
})

describe('words', () => {
  test('are counted in languages with and without blanks', () => {
    expect(wordCount('It’s three words…', 'en')).toBe(3)
    expect(wordCount('我们喜欢读书', 'zh')).toBeGreaterThan(2)
    expect(wordCount('مرحبا بالعالم', 'ar')).toBe(2)
    expect(wordCount('— … 😀', 'en')).toBe(0)
  })
  test('are the same when lines were counted before, in this language or in another', () => {
    const text = 'Eins, zwei.\n\n我们喜欢读书\nIt’s three words…'
    const once = wordCount(text, 'zh')
    expect(wordCount(text, 'zh')).toBe(once)
    expect(wordCount(`${text}\none more`, 'zh')).toBe(once + 2)
    expect(wordCount('我们喜欢读书', 'zh')).toBe(once - 5)
    expect(wordCount('a b', 'en')).toBe(2)
    expect(
      wordCount(Array.from({ length: 4_000 }, (_, i) => `${'word '.repeat(60)}${i}`).join('\n'), 'en'),
    ).toBe(4_000 * 61)
    expect(wordCount(text, 'zh')).toBe(once)
  })
  test('take at least a minute to read', () => {
    expect([0, 1, 460, 5_000].map(readingMinutes)).toEqual([1, 1, 2, 22])
  })
})
