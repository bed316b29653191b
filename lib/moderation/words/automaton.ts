/** All nodes but the root, the shallow ones first. */
const byDepth = (nodes: number, depths: Int32Array): Int32Array => {
  const next: number[] = [0]
  for (let node = 1; node < nodes; node += 1) {
    const depth = depths[node] ?? 0
    next[depth] = (next[depth] ?? 0) + 1
  }
  let sum = 0
  next.forEach((count, depth) => {
    next[depth] = sum
    sum += count
  })
  const order = new Int32Array(nodes - 1)
  for (let node = 1; node < nodes; node += 1) {
    const depth = depths[node] ?? 0
    const place = next[depth] ?? 0
    order[place] = node
    next[depth] = place + 1
  }
  return order
}

/**
 * Aho and Corasick's automaton (1975): all words at once, in one pass whose length does not depend on how many words
 * there are. No word is ever a regular expression, so no list can make a search slow. Numbers in flat arrays, built and
 * walked without recursion: 60,000 words are some 400,000 nodes. Of the libraries that exist, those with objects per
 * node took ten times the memory.
 */
export class Automaton {
  /** Dense numbers of the letters that occur, from 1; 0 is every other. */
  readonly #letters = new Map<number, number>()
  #common = new Uint16Array(0x10000)
  /** Open addressing: `node * width + letter` → node. */
  #keys = new Float64Array(0)
  #values = new Int32Array(0)
  #mask = 0
  readonly #width: number
  readonly #fallback: Int32Array
  /** Nearest node on the way back at which a word ends, itself included; 0 for none. */
  readonly #ending: Int32Array
  readonly #patternAt: Int32Array
  readonly #nextEnding: Int32Array

  /** `patterns` are different from each other and not empty; `search` names them by their index. */
  constructor(patterns: readonly (readonly number[])[]) {
    for (const pattern of patterns) for (const letter of pattern) this.#number(letter)
    this.#width = this.#letters.size + 1
    const most = patterns.reduce((sum, pattern) => sum + pattern.length, 1)
    let size = 16
    while (size < most * 2) size *= 2
    this.#keys = new Float64Array(size).fill(-1)
    this.#values = new Int32Array(size)
    this.#mask = size - 1
    const parents = new Int32Array(most)
    const letters = new Uint16Array(most)
    const depths = new Int32Array(most)
    const patternAt = new Int32Array(most).fill(-1)
    let nodes = 1
    patterns.forEach((pattern, index) => {
      let at = 0
      for (const point of pattern) {
        const letter = this.#letters.get(point) ?? 0
        let next = this.#child(at, letter)
        if (next === 0) {
          next = nodes
          nodes += 1
          this.#plant(at, letter, next)
          parents[next] = at
          letters[next] = letter
          depths[next] = (depths[at] ?? 0) + 1
        }
        at = next
      }
      patternAt[at] = index
    })
    this.#patternAt = patternAt
    this.#fallback = new Int32Array(nodes)
    this.#ending = new Int32Array(nodes)
    this.#nextEnding = new Int32Array(nodes)
    this.#link(nodes, parents, letters, depths)
  }

  /** Calls `found(pattern, end)` for each occurrence, `end` behind its last letter. */
  search(text: ArrayLike<number>, length: number, found: (pattern: number, end: number) => void): void {
    let at = 0
    for (let i = 0; i < length; i += 1) {
      const point = text[i] ?? 0
      const letter = point < 0x10000 ? (this.#common[point] ?? 0) : (this.#letters.get(point) ?? 0)
      at = letter === 0 ? 0 : this.#step(at, letter)
      for (let end = this.#ending[at] ?? 0; end !== 0; end = this.#nextEnding[end] ?? 0) {
        found(this.#patternAt[end] ?? 0, i + 1)
      }
    }
  }

  #number(point: number): void {
    if (this.#letters.has(point)) return
    const number = this.#letters.size + 1
    this.#letters.set(point, number)
    if (point < 0x10000) this.#common[point] = number
  }

  /** Nodes by depth, so that every shorter ending is known before the longer ones that fall back on it. */
  #link(nodes: number, parents: Int32Array, letters: Uint16Array, depths: Int32Array): void {
    for (const node of byDepth(nodes, depths)) {
      const parent = parents[node] ?? 0
      const back = parent === 0 ? 0 : this.#step(this.#fallback[parent] ?? 0, letters[node] ?? 0)
      this.#fallback[node] = back
      const shorter = this.#ending[back] ?? 0
      const ends = (this.#patternAt[node] ?? -1) >= 0
      this.#ending[node] = ends ? node : shorter
      this.#nextEnding[node] = shorter
    }
  }

  #step(from: number, letter: number): number {
    for (let at = from; ; at = this.#fallback[at] ?? 0) {
      const next = this.#child(at, letter)
      if (next !== 0 || at === 0) return next
    }
  }

  #slot(key: number): number {
    let slot = Math.imul(key | 0, 0x9e3779b1) >>> 7
    for (slot &= this.#mask; ; slot = (slot + 1) & this.#mask) {
      const there = this.#keys[slot]
      if (there === key || there === -1) return slot
    }
  }

  #child(node: number, letter: number): number {
    const key = node * this.#width + letter
    const slot = this.#slot(key)
    return this.#keys[slot] === key ? (this.#values[slot] ?? 0) : 0
  }

  #plant(node: number, letter: number, child: number): void {
    const key = node * this.#width + letter
    const slot = this.#slot(key)
    this.#keys[slot] = key
    this.#values[slot] = child
  }
}
