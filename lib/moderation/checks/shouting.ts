import { type Check, PASS } from './check'

/** Below this many letters capitals are an abbreviation, a name or a joke. */
const LETTERS = 20
const SHARE = 0.7

const count = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0

/** Capitals throughout: no reason to hold anything, but one to ask its writer. Scripts without capitals never shout. */
export const shouting: Check = {
  name: 'shouting',
  run: ({ body }) => {
    const capitals = count(body, /\p{Lu}/gu)
    const letters = capitals + count(body, /\p{Ll}/gu)
    return letters >= LETTERS && capitals / letters >= SHARE
      ? { ...PASS, nudge: 'This is written almost entirely in capitals, which many people read as shouting.' }
      : PASS
  },
}
