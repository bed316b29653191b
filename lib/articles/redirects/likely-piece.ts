import type { LikelyPiece } from './redirect-store'

/** Words that say nothing about a piece. */
const IDLE = new Set(['articles', 'archive', 'blog', 'html', 'index', 'news', 'post', 'posts', 'the', 'and'])

/** The words of an address by which its piece may be known. */
export const wordsOf = (path: string): readonly string[] => [
  ...new Set(
    path.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2 && !/^\d+$/.test(word) && !IDLE.has(word)),
  ),
]

const pairs = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)))

/** From 0 to 1: how much two spellings have in common (Dice, pairs of letters). */
const likeness = (one: string, other: string): number => {
  const [a, b] = [pairs(one), pairs(other)]
  const common = [...a].filter((pair) => b.has(pair)).length
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size)
}

const ENOUGH = 0.55

/** Of these pieces, the one that whoever asked for that address most likely meant; null where none is near. */
export const likelyPiece = (path: string, pieces: readonly LikelyPiece[]): LikelyPiece | null => {
  const asked = wordsOf(path).join('-')
  const best = pieces
    .map((piece) => ({ piece, near: likeness(asked, piece.knownAs) }))
    .sort((a, b) => b.near - a.near)[0]
  return best && best.near >= ENOUGH ? best.piece : null
}
