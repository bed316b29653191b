import { Chance } from '../chance'
import { HONEST } from './honest'
import { SPAM } from './spam'
import { speak } from './grammar'

export interface Labelled {
  readonly text: string
  readonly spam: boolean
}

/** Comments as they come in, two of five spam; the same for the same seed. */
export const labelledComments = (count: number, seed: number): readonly Labelled[] => {
  const chance = new Chance(seed)
  return Array.from({ length: count }, () => {
    const spam = chance.below(5) < 2
    return { text: speak(spam ? SPAM : HONEST, chance), spam }
  })
}
