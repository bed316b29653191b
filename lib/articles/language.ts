import type { Direction } from './article'
import { isRightToLeft } from '../kernel/language'
import { textDirection } from './document/text-direction'

/** A language that is written from the right decides; otherwise the first letter of the words does. */
export const detectDirection = (language: string, words: string): Direction =>
  isRightToLeft(language) ? 'rtl' : (textDirection(words) ?? 'ltr')
