/** The yardstick: multinomial naive Bayes over words, with add-one smoothing, as in every textbook. */
export class NaiveBayes {
  readonly #words = { spam: new Map<string, number>(), good: new Map<string, number>() }
  readonly #all = { spam: 0, good: 0 }
  readonly #texts = { spam: 0, good: 0 }
  readonly #vocabulary = new Set<string>()

  learn(text: string, spam: boolean): void {
    const kind = spam ? 'spam' : 'good'
    this.#texts[kind] += 1
    for (const word of wordsOf(text)) {
      this.#words[kind].set(word, (this.#words[kind].get(word) ?? 0) + 1)
      this.#all[kind] += 1
      this.#vocabulary.add(word)
    }
  }

  score(text: string): number {
    const [spam, good] = [this.#log(text, 'spam'), this.#log(text, 'good')]
    return 1 / (1 + Math.exp(good - spam))
  }

  #log(text: string, kind: 'spam' | 'good'): number {
    const total = this.#all[kind] + this.#vocabulary.size
    const prior = Math.log((this.#texts[kind] + 1) / (this.#texts.spam + this.#texts.good + 2))
    return wordsOf(text).reduce(
      (sum, word) => sum + Math.log(((this.#words[kind].get(word) ?? 0) + 1) / total),
      prior,
    )
  }
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
