export type Encoding = 'br' | 'gzip' | 'identity'

/** In order of preference among equals. */
const OFFERED: readonly Encoding[] = ['br', 'gzip', 'identity']

/** RFC 9110, section 12.5.3: coding → weight. A malformed weight counts as 0. */
const weights = (header: string): ReadonlyMap<string, number> =>
  new Map(
    header.split(',').map((part) => {
      const [coding = '', ...parameters] = part.split(';')
      const q = parameters
        .map((p) => /^\s*q\s*=\s*(.*?)\s*$/i.exec(p)?.[1])
        .find((value) => value !== undefined)
      const weight = q === undefined ? 1 : /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(q) ? Number(q) : 0
      return [coding.trim().toLowerCase(), weight]
    }),
  )

/** Browsers send a handful of different ones; whoever invents thousands has them looked at each time. */
const KNOWN_MAX = 100
const known = new Map<string, Encoding>()

/** The coding to answer in. Nothing acceptable, or no header: the bytes as they are. */
export const negotiateEncoding = (header: string | undefined): Encoding => {
  if (!header) return 'identity'
  const before = known.get(header)
  if (before !== undefined) return before
  const encoding = choose(header)
  if (known.size < KNOWN_MAX) known.set(header, encoding)
  return encoding
}

const choose = (header: string): Encoding => {
  const asked = weights(header)
  const any = asked.get('*')
  const weightOf = (coding: Encoding): number =>
    asked.get(coding) ?? any ?? (coding === 'identity' ? 0.0001 : 0)
  const best = OFFERED.reduce((a, b) => (weightOf(b) > weightOf(a) ? b : a))
  return weightOf(best) > 0 ? best : 'identity'
}
