import { Chance } from '../chance'
import { HONEST } from '../labelled/honest'
import { speak } from '../labelled/grammar'

/** Towns, names and turns of phrase that word lists trip over. */
const TRICKY = [
  'Greetings from Scunthorpe, Penistone, Clitheroe, Lightwater and Cockermouth.',
  'Mr. A. S. S. Hancock and Dr Dickinson met Ms Cummings.',
  'The assassin’s classic bass guitar passed the cocktail lounge of Essex.',
  'B. A., M. A., Ph. D. and R. S. V. P. stand on the card.',
  'It is 5 p.m. in the U.S.A., i.e. 11 p.m. here.',
  'A. B. and C. D. wrote e.g. about x, y and z.',
  'x = a + b * c / d - e',
  'Call 0800 455 420 or 555-1234-88.',
  'Der dicke Spinnereibesitzer kam an den Deich.',
  'Un pass pour la classe, l’assemblée, d’un an.',
  'She sells seashells; he shells peas, hmmm, soooo good, aaaah!!!',
  'H e l l o   w o r l d, it is me.',
  'mail me: ann.o@example.org or b@c.example',
  'http://a.example/b-c-d/e_f?g=h&i=j',
  'W W W is not a word. N A S A is.',
  'The pen.Is it here? The cut.It was deep.',
  'C++ and C# and F#; i18n, l10n, a11y, k8s',
  'S O S · S.O.S. · s-o-s',
  'naïve café, résumé, Zoë, Dvořák, Łódź, İstanbul, ß, œuvre',
  'Καλημέρα, τι κάνετε; Όλα καλά;',
  'Доброе утро, как дела?',
  '早上好，今天天气很好。',
  'おはようございます、いい天気ですね。',
  'สวัสดีครับ วันนี้อากาศดี',
  'नमस्ते, आज मौसम अच्छा है।',
  'שלום, מה שלומך היום?',
  'مرحبا، كيف حالك اليوم؟',
  '안녕하세요, 오늘 날씨가 좋네요.',
  'Chào buổi sáng, hôm nay trời đẹp.',
  'Dzień dobry, co słychać? Szczęść Boże!',
  'Det är slut nu, fram till farten ökar.',
  '👨‍👩‍👧 🇩🇪 🇬🇧 ❤️ 🅱️ 1️⃣ 2️⃣',
]

/** More than 5,000 texts nobody should be held for, in many languages. */
export const HONEST_TEXTS: readonly string[] = [
  ...TRICKY,
  ...Array.from(
    { length: 6_000 },
    (
      (chance: Chance) => () =>
        speak(HONEST, chance)
    )(new Chance(2031)),
  ),
]
