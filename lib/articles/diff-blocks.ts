import { diffArrays } from 'diff'
import { type DiffRun, diffWords } from '../kernel/diff-words'
import type { Block } from './document/document'
import { printMarkdown } from './document/print-markdown'

/** One block of two texts laid over one another. `from` and `to`: where it stands in the earlier and in the later one. */
export type BlockDiff =
  | { readonly kind: 'same'; readonly from: number; readonly to: number; readonly text: string }
  | { readonly kind: 'deleted'; readonly from: number; readonly to: null; readonly text: string }
  | { readonly kind: 'inserted'; readonly from: null; readonly to: number; readonly text: string }
  /** The same block in another place: said at both. */
  | { readonly kind: 'moved-away'; readonly from: number; readonly to: number; readonly text: string }
  | { readonly kind: 'moved-here'; readonly from: number; readonly to: number; readonly text: string }
  | {
      readonly kind: 'changed'
      readonly from: number
      readonly to: number
      readonly runs: readonly DiffRun[]
    }

const MOST_CHANGES = 4_000
/** Share of its words that a block must keep to be the same block, changed. */
const KIN = 0.4
/** Pairs that are compared word by word; a text of more than that is another text. */
const MOST_PAIRS = 2_000

interface Placed {
  readonly at: number
  readonly key: string
  readonly text: string
}

const placed = (blocks: readonly Block[]): readonly Placed[] =>
  blocks.map((block, at) => ({
    at,
    key: JSON.stringify(block),
    text: printMarkdown({ type: 'doc', content: [block] }).trim(),
  }))

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))

const kinship = (one: string, other: string): number => {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  if (a.size === 0 || b.size === 0) return 0
  const common = [...a].filter((word) => b.has(word)).length
  return common / Math.max(a.size, b.size)
}

/** Which of the deleted blocks of a gap each inserted one was before, in their order. */
const pairs = (
  gone: readonly Placed[],
  come: readonly Placed[],
  budget: { left: number },
): ReadonlyMap<Placed, Placed> => {
  const found = new Map<Placed, Placed>()
  let next = 0
  for (const block of come) {
    let best: { readonly index: number; readonly kin: number } | null = null
    for (let index = next; index < gone.length && budget.left > 0; index += 1) {
      budget.left -= 1
      const kin = kinship(gone[index]?.text ?? '', block.text)
      if (kin >= KIN && kin > (best?.kin ?? 0)) best = { index, kin }
    }
    const before = best && gone[best.index]
    if (!best || !before) continue
    found.set(block, before)
    next = best.index + 1
  }
  return found
}

/** A gap between two blocks that both texts have: what went, what came, what changed. */
const gap = (
  gone: readonly Placed[],
  come: readonly Placed[],
  budget: { left: number },
): readonly BlockDiff[] => {
  const before = pairs(gone, come, budget)
  const result: BlockDiff[] = []
  let at = 0
  const dropUntil = (end: number): void => {
    for (; at < end; at += 1) {
      const block = gone[at]
      if (block) result.push({ kind: 'deleted', from: block.at, to: null, text: block.text })
    }
  }
  for (const block of come) {
    const was = before.get(block)
    if (!was) {
      result.push({ kind: 'inserted', from: null, to: block.at, text: block.text })
      continue
    }
    dropUntil(gone.indexOf(was))
    at += 1
    result.push({ kind: 'changed', from: was.at, to: block.at, runs: diffWords(was.text, block.text) })
  }
  dropUntil(gone.length)
  return result
}

/** Deleted here and inserted there: it moved. Each block moves once. */
const withMoves = (
  diffs: readonly BlockDiff[],
  from: readonly Placed[],
  to: readonly Placed[],
): readonly BlockDiff[] => {
  const gone = new Map<string, number[]>()
  for (const { kind, from: at } of diffs)
    if (kind === 'deleted') {
      const key = from[at]?.key ?? ''
      gone.set(key, [...(gone.get(key) ?? []), at])
    }
  const [away, here] = [new Map<number, number>(), new Map<number, number>()]
  for (const { kind, to: at } of diffs) {
    if (kind !== 'inserted') continue
    const was = gone.get(to[at]?.key ?? '')?.shift()
    if (was === undefined) continue
    away.set(was, at)
    here.set(at, was)
  }
  return diffs.map((diff) => {
    if (diff.kind === 'deleted') {
      const at = away.get(diff.from)
      return at === undefined ? diff : { ...diff, kind: 'moved-away', to: at }
    }
    if (diff.kind !== 'inserted') return diff
    const was = here.get(diff.to)
    return was === undefined ? diff : { ...diff, kind: 'moved-here', from: was }
  })
}

/** Two documents laid over one another, block by block, and word by word where a block changed. */
export const diffBlocks = (before: readonly Block[], after: readonly Block[]): readonly BlockDiff[] => {
  const [from, to] = [placed(before), placed(after)]
  const changes = diffArrays(
    from.map(({ key }) => key),
    to.map(({ key }) => key),
    { maxEditLength: MOST_CHANGES },
  ) ?? [
    { removed: true, added: false, count: from.length },
    { removed: false, added: true, count: to.length },
  ]
  const budget = { left: MOST_PAIRS }
  const result: BlockDiff[] = []
  let [gone, come]: [Placed[], Placed[]] = [[], []]
  let [f, t] = [0, 0]
  const close = (): void => {
    result.push(...gap(gone, come, budget))
    ;[gone, come] = [[], []]
  }
  for (const { added, removed, count = 0 } of changes) {
    if (removed) gone.push(...from.slice(f, (f += count)))
    else if (added) come.push(...to.slice(t, (t += count)))
    else {
      close()
      for (let n = 0; n < count; n += 1, f += 1, t += 1)
        result.push({ kind: 'same', from: f, to: t, text: to[t]?.text ?? '' })
    }
  }
  close()
  return withMoves(result, from, to)
}
