/** A post that was refused: why, which fields, and what was typed. */
export interface FormTrouble {
  readonly message: string
  readonly fields: Readonly<Partial<Record<string, string>>>
  readonly values: Readonly<Partial<Record<string, string>>>
}

/** The heading above every failure of a form. */
export const FAILED = 'Oops! Something went wrong while submitting the form.'
/** What follows a post that was received. */
export const RECEIVED = 'Thank you! Your submission has been received!'
