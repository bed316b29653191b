import { canonicalText } from '../../lib/kernel/canonical-text'

/** Code units of a line that are looked at, and of a comment made of many. */
const [LINE, BODY] = [3_000, 9_000]

/** Many lines in a few comments, a line each, as long as a comment may be; numbered, so that none is another's double. */
export const packed = (lines: readonly string[]): readonly string[] => {
  const bodies: string[] = []
  for (const line of lines) {
    const one = canonicalText(line.replace(/\s+/gu, ' ')).slice(0, LINE)
    const last = bodies.at(-1)
    if (last !== undefined && last.length + one.length < BODY) bodies[bodies.length - 1] = `${last}\n${one}`
    else bodies.push(one)
  }
  return bodies.map((body, i) => canonicalText(`${i}. ${body}`))
}
