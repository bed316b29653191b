import { isAscii } from '../../kernel/canonical-text'
import { type Check, PASS } from './check'

/** Below this many letters a word in another script is a quotation. */
const LETTERS = 15
const SHARE = 0.6

const SCRIPTS: Readonly<Record<string, RegExp>> = {
  Latn: /\p{sc=Latn}/gu,
  Cyrl: /\p{sc=Cyrl}/gu,
  Grek: /\p{sc=Grek}/gu,
  Arab: /\p{sc=Arab}/gu,
  Hebr: /\p{sc=Hebr}/gu,
  Deva: /\p{sc=Deva}/gu,
  Thai: /\p{sc=Thai}/gu,
  Hang: /\p{sc=Hang}/gu,
  Hani: /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}]/gu,
}
/** Scripts of languages that mix several. */
const FAMILY: Readonly<Record<string, string>> = { Hans: 'Hani', Hant: 'Hani', Jpan: 'Hani', Kore: 'Hang' }

const likelyScript = (language: string): string | null => {
  try {
    const script = new Intl.Locale(language).maximize().script ?? null
    return script && (FAMILY[script] ?? script)
  } catch {
    return null
  }
}

const known = new Map<string, string | null>()
/** Languages of pieces are few, and asking ICU costs as much as the rest of the check. */
const MOST_KNOWN = 200

const scriptOfLanguage = (language: string): string | null => {
  const before = known.get(language)
  if (before !== undefined) return before
  const script = likelyScript(language)
  if (known.size < MOST_KNOWN) known.set(language, script)
  return script
}

/** Texts in another script than the piece's. Latin is everybody's second one and never held for that. */
export const script: Check = {
  name: 'script',
  run: ({ body, article }, { screening }) => {
    const expected = article && scriptOfLanguage(article.language)
    if (!screening.script || !expected || isAscii(body)) return PASS
    const letters = body.match(/\p{L}/gu)?.length ?? 0
    const main = Object.entries(SCRIPTS).find(
      ([, pattern]) => (body.match(pattern)?.length ?? 0) > letters * SHARE,
    )?.[0]
    if (letters < LETTERS || !main || main === expected || main === 'Latn') return PASS
    return {
      level: 'hold',
      reason: 'It is written in another script than the piece.',
      evidence: { facts: { script: main, piece: expected } },
    }
  },
}
