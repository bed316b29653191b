import type { Direction } from './article'
import { textDirection } from './document/text-direction'

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(
  'Adlm Arab Aran Hebr Mand Mend Nkoo Rohg Samr Sogd Sogo Syrc Thaa Yezi'.split(' '),
)

/** A language that is written from the right decides; otherwise the first letter of the words does. */
export const detectDirection = (language: string, words: string): Direction =>
  RIGHT_TO_LEFT.has(new Intl.Locale(language).maximize().script ?? '')
    ? 'rtl'
    : (textDirection(words) ?? 'ltr')
