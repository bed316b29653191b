import { isAscii } from '../kernel/canonical-text'

/** The scripts the desk tells apart, most written first. Chinese and Japanese share one, as they share signs. */
const SCRIPTS = {
  Latin: /\p{sc=Latn}/gu,
  Cyrillic: /\p{sc=Cyrl}/gu,
  Arabic: /\p{sc=Arab}/gu,
  Han: /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/gu,
  Devanagari: /\p{sc=Deva}/gu,
  Greek: /\p{sc=Grek}/gu,
  Hebrew: /\p{sc=Hebr}/gu,
  Hangul: /\p{sc=Hang}/gu,
  Thai: /\p{sc=Thai}/gu,
} as const

export type ScriptName = keyof typeof SCRIPTS
export const SCRIPT_NAMES = Object.keys(SCRIPTS) as readonly ScriptName[]

/** The script most letters of a text belong to; null where none of these is in it. */
export const scriptOf = (body: string): ScriptName | null => {
  if (isAscii(body)) return /[a-z]/iu.test(body) ? 'Latin' : null
  let most: ScriptName | null = null
  let letters = 0
  for (const name of SCRIPT_NAMES) {
    const found = body.match(SCRIPTS[name])?.length ?? 0
    if (found > letters) [most, letters] = [name, found]
  }
  return most
}
