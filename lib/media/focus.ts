/** A focal point: whole percent from the left and from the top, or nothing for the middle. */
export const FOCUS = /^(?:(?:\d{1,2}|100) (?:\d{1,2}|100))?$/

/** A quarter of the way each, so that a style sheet can know them all. */
const step = (percent: string): number => Math.round(Number(percent) / 25)

/** Where a cropped picture is looked at, for `data-focus`: `2-3` is the middle, somewhat below; '' for the middle. */
export const focusSteps = (focus: string): string =>
  focus === '' ? '' : focus.split(' ').map(step).join('-')
