/** Neighbours of one class taken together: a letter typed once or ten times is one run. */
export interface Runs {
  readonly length: number
  readonly classes: Int32Array
  /** Of each run, its first sign; one more at the end. */
  readonly from: Int32Array
}

/** `length`: how many of `signs` count. */
export const runsOf = (signs: ArrayLike<number>, length: number): Runs => {
  const classes = new Int32Array(length)
  const from = new Int32Array(length + 1)
  let count = 0
  let last = -1
  for (let at = 0; at < length; at += 1) {
    const sign = signs[at] ?? 0
    if (sign === last) continue
    last = sign
    classes[count] = sign
    from[count] = at
    count += 1
  }
  from[count] = length
  return { length: count, classes, from }
}
