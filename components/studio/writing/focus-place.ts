const SPOT = /^(\d{1,2}|100) (\d{1,2}|100)$/

/** A focal point as places of a style, percent from the left and the top; null for whatever was typed that is none. */
export const focusSpot = (typed: string): { readonly left: string; readonly top: string } | null => {
  const [, left, top] = SPOT.exec(typed.trim()) ?? []
  return left === undefined || top === undefined ? null : { left: `${left}%`, top: `${top}%` }
}

/** Where a cropped picture is looked at (`object-position`): the middle without a focal point. */
export const focusPlace = (typed: string): string => {
  const { left, top } = focusSpot(typed) ?? { left: '50%', top: '50%' }
  return `${left} ${top}`
}
