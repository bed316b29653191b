/** A post that came back: why, which fields, and what was typed. */
export interface FormTrouble {
  readonly message: string
  readonly fields: Readonly<Partial<Record<string, string>>>
  readonly values: Readonly<Partial<Record<string, string>>>
  /** Nothing is wrong with it: its author is asked once whether it shall be posted as it stands. */
  readonly nudge?: boolean
}

/** The heading above every failure of a form. */
export const FAILED = 'Oops! Something went wrong while submitting the form.'
/** The heading above a nudge. */
export const NOT_YET = 'Nothing was posted yet.'
/** What follows a post that was received. */
export const RECEIVED = 'Thank you! Your submission has been received!'
