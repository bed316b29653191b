import { canonicalText, cutText } from '../kernel/canonical-text'

/** Text of whatever kind as one line of at most `max` code points, with an ellipsis where it was cut. */
export const plainLine = (text: string, max: number): string => {
  const line = canonicalText(text, { singleLine: true })
  const cut = cutText(line, { max })
  return cut === line ? line : `${cut.trimEnd()}…`
}
