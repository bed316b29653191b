import { Chance } from '../support/chance'

const SYLLABLES = 'ka lo mi ten ru sha ber dol fin gar hul jen wes pra qui tor vin zel bri cam'.split(' ')
const VOCABULARY = 2_000
const LENGTH = 40

const word = (n: number): string => {
  const chance = new Chance(n + 1)
  return Array.from({ length: 1 + (n % 3) }, () => chance.pick(SYLLABLES)).join('')
}
const WORDS = Array.from({ length: VOCABULARY }, (_, n) => word(n))

/** Forty words nobody said in this order before, of as many as people use: texts that have little in common. */
export const differently = (start: string, n: number): string => {
  const chance = new Chance(n + 1)
  return `${start}, ${n}: ${Array.from({ length: LENGTH }, () => chance.pick(WORDS)).join(' ')}.`
}
