/**
 * Small letters of other scripts, and Latin ones with strokes, that look like a plain Latin one, by the Latin letter. Lower case and without marks:
 * callers fold first. Our own short list: the whole of Unicode's confusables (UTS 39) maps thousands of signs no
 * person types, and `m` to `rn`, which would fold honest words onto each other.
 */
const BY_LATIN: Readonly<Record<string, string>> = {
  a: 'аαɑᴀꭺ',
  b: 'ьƅʙƀɓᏼ',
  c: 'сϲᴄƈꮯ',
  d: 'ԁɗᴅđɖꭰ',
  e: 'еєҽεᴇꭼ',
  f: 'ғƒ',
  g: 'ɡɢǥꮐ',
  h: 'һнʜħɦհꮋ',
  i: 'іιıɪӏɩ',
  j: 'јʝᴊɉꭻ',
  k: 'кκᴋƙĸꮶ',
  l: 'ʟⅼłƚꮮ',
  m: 'мᴍɱꮇ',
  n: 'пηɴոɲ',
  o: 'оοσօᴏøɵө',
  p: 'рρᴘƥꮲ',
  q: 'ԛգ',
  r: 'гʀɍꮢ',
  s: 'ѕꜱʂꮪ',
  t: 'тτᴛŧƭꭲ',
  u: 'υսᴜʉ',
  v: 'ѵνᴠꮩ',
  w: 'ԝѡωᴡɯꮃ',
  x: 'хχ',
  y: 'уүγʏɏƴ',
  z: 'ᴢƶꮓ',
}

const LATIN_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(BY_LATIN).flatMap(([latin, others]) =>
    Array.from(others, (other) => [other, latin] as const),
  ),
)

/** The Latin letter a sign imitates, or the sign itself. */
export const latinLookalike = (letter: string): string => LATIN_OF.get(letter) ?? letter
