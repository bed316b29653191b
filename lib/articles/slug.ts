import { codePoints, cutText } from '../kernel/canonical-text'

const MAX = 80
/** What a slug is called that would be empty. */
const NAMELESS = 'piece'

/** Latin letters that no decomposition takes apart. */
const LATIN = new Map(
  Object.entries({ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i' }),
)

/** Latin diacritics only: in other scripts a mark is part of the letter. */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[ßæœøđðþłħı]/g, (letter) => LATIN.get(letter) ?? letter)

/** Cut where a word ends, if a word ends in the second half. */
const shorten = (slug: string): string => {
  if (codePoints(slug) <= MAX) return slug
  const cut = cutText(slug, { max: MAX })
  const end = slug.charAt(cut.length) === '-' ? cut.length : cut.lastIndexOf('-')
  return end > cut.length / 2 ? cut.slice(0, end) : cut
}

/**
 * A title as the last part of an address: letters and numbers of every script, lower case, words joined by `-`, at
 * most 80 code points, never empty. A slug of a slug is itself.
 */
export const slugify = (title: string): string => {
  const folded = fold(title.toWellFormed().normalize('NFKC').toLowerCase())
  const slug = folded
    .replace(/['’ʼ]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^(?:-|\p{M})+|-+$/gu, '')
  return shorten(slug).replace(/-+$/, '') || NAMELESS
}

/** `base`, `base-2`, `base-3` …: what to try, in this order, when an address is taken. */
export const numberedSlug = (base: string, number: number): string => {
  if (number === 1) return base
  const ending = `-${number}`
  return `${cutText(base, { max: MAX - ending.length }).replace(/-+$/, '')}${ending}`
}

/** Whether a slug is what a title became, number included. */
export const isSlugOf = (slug: string, title: string): boolean => {
  const base = slugify(title)
  const number = Number(/-(\d{1,4})$/.exec(slug)?.[1] ?? 1)
  return slug === base || slug === numberedSlug(base, number)
}
