/** A focal point: whole percent from the left and from the top, or nothing for the middle. */
export const FOCUS = /^(?:(?:\d{1,2}|100) (?:\d{1,2}|100))?$/

/** The same for `data-focus`, in which nothing has to be quoted: `40-60`; '' for the middle. */
export const focusMark = (focus: string): string => focus.replace(' ', '-')
