import type { Ports } from '../ports'
import { editDistance } from '../text/edit-distance'
import { type Token, tokensOf } from '../text/tokens-of'

/** Shorter words are too much like others. */
const SHORTEST = 4
/** From this length on two slips are forgiven. */
const LONG = 7

/**
 * The known word nearest to this one; of two, the one that begins as it does (few slips are in the first letter), then the
 * more common one; null for a word that is known, or like none.
 */
const nearest = async (
  { searchReader }: Pick<Ports, 'searchReader'>,
  { form, isPart }: Token,
): Promise<string | null> => {
  const { length } = [...form]
  if (isPart || length < SHORTEST) return null
  const known = await searchReader.wordsLike(form)
  if (known.some(({ word }) => word === form)) return null
  const most = length < LONG ? 1 : 2
  let best: { readonly word: string; readonly slips: number; readonly beginsAlike: boolean } | null = null
  for (const { word } of known) {
    const slips = editDistance(form, word, best?.slips ?? most)
    if (slips > most) continue
    const beginsAlike = word.slice(0, 1) === form.slice(0, 1)
    const isNearer = !best || slips < best.slips || (slips === best.slips && beginsAlike && !best.beginsAlike)
    if (isNearer) best = { word, slips, beginsAlike }
  }
  return best?.word ?? null
}

/**
 * What was typed, with words nobody has written put right by words that public texts are made of; null when there is
 * nothing to put right. Whether anything is found with it is for the caller to see.
 */
export const didYouMean = async (
  deps: Pick<Ports, 'searchReader'>,
  typed: string,
): Promise<string | null> => {
  let corrected = ''
  let done = 0
  for (const token of tokensOf(typed, '')) {
    const better = await nearest(deps, token)
    if (better === null) continue
    corrected += typed.slice(done, token.start) + better
    done = token.end
  }
  return done === 0 ? null : corrected + typed.slice(done)
}
