/** What must stand in a text, one way or the other. */
export interface TextTerm {
  /** Stems that follow each other: one word, or a phrase, in each language it could be in. */
  readonly phrases: readonly (readonly string[])[]
  /** Or a word that begins so (folded); null: no. */
  readonly prefix: string | null
}

/** What somebody looks for: every term, anywhere in the text. Made by lib/text/parse-query.ts; never empty. */
export interface TextQuery {
  readonly terms: readonly TextTerm[]
}
