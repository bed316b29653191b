import { stemmer as arabic } from '@orama/stemmers/arabic'
import { stemmer as danish } from '@orama/stemmers/danish'
import { stemmer as dutch } from '@orama/stemmers/dutch'
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as finnish } from '@orama/stemmers/finnish'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as greek } from '@orama/stemmers/greek'
import { stemmer as hungarian } from '@orama/stemmers/hungarian'
import { stemmer as italian } from '@orama/stemmers/italian'
import { stemmer as norwegian } from '@orama/stemmers/norwegian'
import { stemmer as portuguese } from '@orama/stemmers/portuguese'
import { stemmer as romanian } from '@orama/stemmers/romanian'
import { stemmer as russian } from '@orama/stemmers/russian'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import { stemmer as swedish } from '@orama/stemmers/swedish'
import { stemmer as turkish } from '@orama/stemmers/turkish'
import { foldWord } from './fold-word'

type Stemmer = (word: string) => string

const STEMMERS: Readonly<Record<string, Stemmer>> = {
  ...{ ar: arabic, da: danish, de: german, el: greek, en: english, es: spanish, fi: finnish, fr: french },
  ...{ hu: hungarian, it: italian, nb: norwegian, nl: dutch, nn: norwegian, no: norwegian },
  ...{ pt: portuguese, ro: romanian, ru: russian, sv: swedish, tr: turkish },
}

/** The part of a language tag that decides how words change: `en` of `en-GB`. */
export const baseLanguage = (tag: string): string => tag.toLowerCase().split('-', 1)[0] ?? ''

/** Words are few and come back: most of a text is looked up. */
const KEPT = 20_000

const remembering = (stem: Stemmer): Stemmer => {
  const known = new Map<string, string>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    if (known.size === KEPT) known.clear()
    const found = foldWord(stem(word.toLowerCase().normalize('NFC'))) || foldWord(word)
    known.set(word, found)
    return found
  }
}

const made = new Map<string, Stemmer>()

/** Makes what the forms of one word have in common, folded: `flooding` and `floods` are both `flood`. */
export const stemmerOf = (language: string): Stemmer => {
  const base = baseLanguage(language)
  const stemmer = made.get(base) ?? remembering(STEMMERS[base] ?? ((word) => word))
  // Languages nobody has a stemmer for share none, so that made-up tags do not fill the memory.
  if (base in STEMMERS) made.set(base, stemmer)
  return stemmer
}
