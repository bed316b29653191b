import { diffArrays } from 'diff'

/** A stretch of a merged list: one that is settled, or one that both sides changed, each in another way. */
export type MergeChunk<T> =
  | { readonly kind: 'settled'; readonly blocks: readonly T[] }
  | {
      readonly kind: 'open'
      readonly base: readonly T[]
      readonly mine: readonly T[]
      readonly theirs: readonly T[]
    }

/** More differences than this are another text. */
const MOST_CHANGES = 4_000

/** For each block of `base`, where it stands in `other`, or -1. Rising, but for the -1. */
const places = (base: readonly string[], other: readonly string[]): readonly number[] | null => {
  const found = Array.from({ length: base.length }, () => -1)
  const changes = diffArrays([...base], [...other], { maxEditLength: MOST_CHANGES })
  if (!changes) return null
  let [at, to] = [0, 0]
  for (const { added, removed, count = 0 } of changes) {
    if (added) to += count
    else if (removed) at += count
    else for (let n = 0; n < count; n += 1) found[at++] = to++
  }
  return found
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((key, index) => key === b[index])

/**
 * Both put the same in place of the base, and one of them went on from there: what is more of it is nothing that the
 * other one has cut.
 */
const goesOn = (was: readonly string[], here: readonly string[], there: readonly string[]): boolean => {
  const [shorter, longer] = here.length < there.length ? [here, there] : [there, here]
  let start = 0
  while (start < shorter.length && shorter[start] === longer[start]) start += 1
  let end = 0
  while (end < shorter.length - start && shorter.at(-1 - end) === longer.at(-1 - end)) end += 1
  const more = longer.slice(start, longer.length - end)
  return shorter.length > 0 && start + end === shorter.length && !more.some((block) => was.includes(block))
}

/** A stretch between two places that all three have in common. */
const settle = <T>(
  keyOf: (block: T) => string,
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
): MergeChunk<T> | null => {
  if (base.length + mine.length + theirs.length === 0) return null
  const [was, here, there] = [base.map(keyOf), mine.map(keyOf), theirs.map(keyOf)]
  if (same(was, there) || same(here, there)) return { kind: 'settled', blocks: mine }
  if (same(was, here)) return { kind: 'settled', blocks: theirs }
  const longer = mine.length > theirs.length ? mine : theirs
  return goesOn(was, here, there) ? { kind: 'settled', blocks: longer } : { kind: 'open', base, mine, theirs }
}

const joined = <T>(chunks: readonly MergeChunk<T>[]): readonly MergeChunk<T>[] => {
  const result: MergeChunk<T>[] = []
  for (const chunk of chunks) {
    const last = result.at(-1)
    if (chunk.kind === 'settled' && last?.kind === 'settled')
      result[result.length - 1] = { kind: 'settled', blocks: [...last.blocks, ...chunk.blocks] }
    else result.push(chunk)
  }
  return result
}

/**
 * Two texts that came from one, block by block: what only one side changed is settled, what both changed in the same
 * way too; the rest stays open. Knows nothing of blocks but their keys, so that Markdown paragraphs and nodes of a
 * document are merged by the same rules, here and in a browser.
 */
export const mergeBlocks = <T>(
  keyOf: (block: T) => string,
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
): readonly MergeChunk<T>[] => {
  const here = places(base.map(keyOf), mine.map(keyOf))
  const there = places(base.map(keyOf), theirs.map(keyOf))
  const chunks: MergeChunk<T>[] = []
  const push = (chunk: MergeChunk<T> | null): void => void (chunk && chunks.push(chunk))
  let [b, m, t] = [0, 0, 0]
  for (let at = 0; here && there && at < base.length; at += 1) {
    const [inMine = -1, inTheirs = -1] = [here[at], there[at]]
    if (inMine < 0 || inTheirs < 0) continue
    push(settle(keyOf, base.slice(b, at), mine.slice(m, inMine), theirs.slice(t, inTheirs)))
    chunks.push({ kind: 'settled', blocks: base.slice(at, at + 1) })
    ;[b, m, t] = [at + 1, inMine + 1, inTheirs + 1]
  }
  push(settle(keyOf, base.slice(b), mine.slice(m), theirs.slice(t)))
  return joined(chunks)
}

/** The merged list, or null while something is open. */
export const mergedBlocks = <T>(chunks: readonly MergeChunk<T>[]): readonly T[] | null =>
  chunks.every((chunk) => chunk.kind === 'settled') ? chunks.flatMap(({ blocks }) => blocks) : null
