import { makeWordFinder } from '../../../lib/moderation/words/word-finder'
import { Chance } from '../../support/chance'
import { HONEST } from '../../support/labelled/honest'
import { speak } from '../../support/labelled/grammar'
import { quantile } from '../quantile'
import type { Part } from './part'

const WORDS = 60_000
const CHARACTERS = 5_000
const ROUNDS = 400

const someWord = (chance: Chance): string =>
  Array.from({ length: 4 + chance.below(9) }, () => String.fromCharCode(97 + chance.below(26))).join('')

const someText = (chance: Chance): string => {
  let text = ''
  while (text.length < CHARACTERS) text += `${speak(HONEST, chance)}\n`
  return text.slice(0, CHARACTERS)
}

/** What looking for 60,000 words in 5,000 characters of honest text costs (ms), and making the finder ready. */
export const screening: Part = async () => {
  const chance = new Chance(60_000)
  const words = new Set<string>()
  while (words.size < WORDS) words.add(someWord(chance))
  const from = performance.now()
  const find = makeWordFinder([[...words]])
  const buildMs = performance.now() - from
  const texts = Array.from({ length: 20 }, () => someText(chance))
  const times = Array.from({ length: ROUNDS }, (_, n) => {
    const started = performance.now()
    find(texts[n % texts.length] ?? '')
    return performance.now() - started
  }).slice(ROUNDS / 4)
  const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)]
  return {
    text: `${WORDS.toLocaleString('en')} words in ${CHARACTERS.toLocaleString('en')} characters: ${p50.toFixed(2)} ms (p50), ${p95.toFixed(2)} ms (p95); made ready in ${Math.round(buildMs)} ms`,
    json: { words: WORDS, characters: CHARACTERS, p50, p95, buildMs },
  }
}
