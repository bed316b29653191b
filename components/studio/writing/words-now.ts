/** How many words the sheet holds just now; null where nothing counts them. Told apart from all else a page shows. */
export interface WordsNow {
  read(): number | null
  say(words: number | null): void
  subscribe(heard: () => void): () => void
}

export const makeWordsNow = (): WordsNow => {
  let now: number | null = null
  const hearing = new Set<() => void>()
  return {
    read: () => now,
    say: (words) => {
      now = words
      for (const heard of hearing) heard()
    },
    subscribe: (heard) => {
      hearing.add(heard)
      return () => void hearing.delete(heard)
    },
  }
}
