const LN2 = Math.LN2
/** Beyond this the answer is certain to the last digit that counts. */
const MOST = 35

/**
 * e^x out of additions and multiplications alone: what engines make of Math.exp may differ in the last bit, and the same
 * log of decisions must give the same weights everywhere.
 */
const exp = (x: number): number => {
  const halvings = Math.round(x / LN2)
  const rest = x - halvings * LN2
  let term = 1
  let sum = 1
  for (let n = 1; n <= 14; n += 1) {
    term *= rest / n
    sum += term
  }
  return sum * 2 ** halvings
}

/** The probability that a sum of weights stands for. */
export const logistic = (sum: number): number => {
  const x = Math.max(-MOST, Math.min(MOST, sum))
  return 1 / (1 + exp(-x))
}
