import { Chance } from '../chance'
import { HONEST } from './honest'
import { SPAM } from './spam'
import { speak } from './grammar'
import { TEMPTED } from './tempted'

export interface Labelled {
  readonly text: string
  readonly spam: boolean
}

/** One of seven hides behind somebody's honest words. */
const spamText = (chance: Chance): string =>
  chance.below(7) === 0 ? `${speak(HONEST, chance)} ${speak(SPAM, chance)}` : speak(SPAM, chance)

/** One of nine speaks of money, links and casinos. */
const honestText = (chance: Chance): string => speak(chance.below(9) === 0 ? TEMPTED : HONEST, chance)

/** Comments as they come in, two of five spam; the same for the same seed. */
export const labelledComments = (count: number, seed: number): readonly Labelled[] => {
  const chance = new Chance(seed)
  return Array.from({ length: count }, () => {
    const spam = chance.below(5) < 2
    return { text: spam ? spamText(chance) : honestText(chance), spam }
  })
}
