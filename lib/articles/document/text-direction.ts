import type { Direction } from '../article'

const STRONG = /\p{L}/u
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Mandaic}\p{Script=Samaritan}\p{Script=Hanifi_Rohingya}]/u

/** Where a text begins, told by its first letter; null when it has none. */
export const textDirection = (text: string): Direction | null => {
  const first = STRONG.exec(text)?.[0]
  if (first === undefined) return null
  return RIGHT_TO_LEFT.test(first) ? 'rtl' : 'ltr'
}
