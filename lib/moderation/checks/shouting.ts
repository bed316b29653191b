import { isAscii } from '../../kernel/canonical-text'
import { type Check, PASS } from './check'

/** Below this many letters capitals are an abbreviation, a name or a joke. */
const LETTERS = 20
const SHARE = 0.7

const count = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0

/** Letters of ASCII by their codes: a list of them all, made to be counted, costs ten times as much. */
const countBetween = (text: string, first: number, last: number): number => {
  let found = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code >= first && code <= last) found += 1
  }
  return found
}
const [A, Z, SMALL_A, SMALL_Z] = [0x41, 0x5a, 0x61, 0x7a]

const capitalsIn = (text: string): number =>
  isAscii(text) ? countBetween(text, A, Z) : count(text, /\p{Lu}/gu)
const smallIn = (text: string): number =>
  isAscii(text) ? countBetween(text, SMALL_A, SMALL_Z) : count(text, /\p{Ll}/gu)

/** Capitals throughout: no reason to hold anything, but one to ask its writer. Scripts without capitals never shout. */
export const shouting: Check = {
  name: 'shouting',
  run: ({ body }) => {
    const capitals = capitalsIn(body)
    const letters = capitals + smallIn(body)
    return letters >= LETTERS && capitals / letters >= SHARE
      ? { ...PASS, nudge: 'This is written almost entirely in capitals, which many people read as shouting.' }
      : PASS
  },
}
