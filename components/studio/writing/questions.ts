/** A field of a question. */
export type Asked =
  | {
      readonly kind: 'line'
      readonly name: string
      readonly label: string
      readonly value: string
      readonly hint?: string
    }
  | { readonly kind: 'yes'; readonly name: string; readonly label: string; readonly value: boolean }
  | {
      readonly kind: 'choice'
      readonly name: string
      readonly label: string
      readonly value: string
      readonly options: readonly { readonly value: string; readonly label: string }[]
    }

export type Answers = Readonly<Record<string, string>>
type Problems = Readonly<Record<string, string>>

/** What is asked in a dialog before something is put into the text. A box that is ticked answers `1`. */
export interface Question {
  readonly title: string
  readonly fields: readonly Asked[]
  readonly submit: string
  /** A second way out, such as "Remove the link". */
  readonly other?: string
  readonly picture?: string
  readonly check?: (answers: Answers) => Problems | null
}

/** What was answered; `other` for the second way out, null for none. */
export type Answered = Answers | 'other' | null

/** How a question is put to whoever writes. */
export type Ask = (question: Question) => Promise<Answered>
