/** First code points of the runs of 26 pictured letters (circled, squared, flags) that NFKC leaves alone. */
const PICTURED = [0x1f150, 0x1f170, 0x1f1e6]

/** The small Latin letter that a pictured one shows, else null. */
export const picturedLetter = (sign: string): string | null => {
  const point = sign.codePointAt(0) ?? 0
  const start = PICTURED.find((first) => point >= first && point < first + 26)
  return start === undefined ? null : String.fromCharCode(0x61 + point - start)
}
