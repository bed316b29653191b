import { codePoints } from '../kernel/canonical-text'

const PASSWORD_LIMITS = { min: 10, max: 200 } as const

/**
 * The form in which a password is hashed and compared: the same person on another keyboard types the same bytes
 * (NFKC, as NIST SP 800-63B advises). Nothing is trimmed: blanks belong to it.
 */
export const canonicalPassword = (raw: string): string => raw.toWellFormed().normalize('NFKC')

/** Stems of the passwords that are tried first, without the digits and signs people put behind them. */
const COMMON = new Set(
  `password passwords passw0rd passwort motdepasse contrasena contraseña senha parola haslo wachtwoord
  qwerty qwertyuiop qwertyuiopasdf qwertz qwertzuiop azerty azertyuiop asdfghjkl asdfghjklqwertyuiop zxcvbnm
  qazwsx qazwsxedc qazwsxedcrfv abcdef abcdefg abcdefgh abcdefghij abcdefghijk abcdefghijklmnopqrstuvwxyz
  letmein letmeinnow welcome welcomehome willkommen bienvenue admin administrator administrador root superuser user
  username default changeme changemenow changeit secret topsecret supersecret test testtest testing temp temporary
  iloveyou iloveyousomuch iloveu ihateyou princess sunshine football baseball basketball superman spiderman batman
  starwars startrek pokemon minecraft monkey dragon master shadow michael jennifer jessica charlie computer internet
  whatever trustnoone trustno nothing hello helloworld hellohello opensesame passphrase correcthorsebatterystaple
  mypassword yourpassword thepassword newpassword oldpassword password1password nopassword
  stet publication moderator editor owner writer`
    .split(/\s+/)
    .concat([
      '1234567890',
      '12345678910',
      '123456789',
      '0123456789',
      '9876543210',
      '0987654321',
      '1q2w3e4r5t',
      '1qaz2wsx3edc',
    ]),
)

const fold = (text: string): string => canonicalPassword(text).toLowerCase().replace(/\s/g, '')
const stem = (text: string): string => text.replace(/^[\P{L}]+|[\P{L}]+$/gu, '')

const isCommon = (password: string): boolean => {
  const folded = fold(password)
  return new Set(folded).size < 3 || COMMON.has(folded) || COMMON.has(stem(folded))
}

/**
 * A sentence that says why this password will not do, or null. Length is what counts; there are no rules of
 * composition. `known` is what everybody can guess about its owner: address, name, name of the publication.
 */
export const passwordProblem = (raw: string, known: readonly string[]): string | null => {
  const password = canonicalPassword(raw)
  const length = codePoints(password)
  if (length < PASSWORD_LIMITS.min)
    return `Use at least ${PASSWORD_LIMITS.min} characters. A few words in a row work well.`
  if (length > PASSWORD_LIMITS.max) return `Use at most ${PASSWORD_LIMITS.max} characters.`
  if (isCommon(password)) return 'This password is among the first that anyone would try. Choose another.'
  const guesses = known
    .flatMap((fact) => [fact, fact.split('@')[0] ?? ''])
    .flatMap((fact) => [fold(fact), stem(fold(fact))])
  const folded = fold(password)
  return guesses.some((guess) => guess !== '' && (guess === folded || guess === stem(folded)))
    ? 'This password is too close to your name or email. Choose another.'
    : null
}
