import { nameSkeleton } from '../../kernel/name-skeleton'
import { isStaff } from '../../kernel/actor'
import { type Check, PASS } from './check'

/** Offices of a publication, in some languages. */
const OFFICES: readonly string[] =
  `admin administrator moderator moderation mod editor editorial newsroom staff support webmaster
  official redaktion redakteur moderatorin administration rédaction redaccion redacción moderador редакция модератор администратор`
    .split(/\s+/)
    .map(nameSkeleton)
const OFFICE_WORDS: ReadonlySet<string> = new Set(OFFICES)
/** A short name is part of many. */
const TELLING = 5

const wordsOf = (name: string): readonly string[] => name.split(/[^\p{L}\p{N}\p{M}]+/u).map(nameSkeleton)

/** One sign more, less or other: Levenshtein's distance of one, without the table. */
const isOneOff = (a: string, b: string): boolean => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1 || a === b) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  const rest = long.length === short.length ? at + 1 : at
  return short.slice(rest) === long.slice(at + 1)
}

let last = { name: '', skeleton: '' }
/** The same for every comment, until the owner changes it. */
const skeletonOf = (publication: string): string => {
  if (last.name !== publication) last = { name: publication, skeleton: nameSkeleton(publication) }
  return last.skeleton
}

/** Names that claim an office, or could be taken for somebody's who works here (the very same are refused before). */
export const imitation: Check = {
  name: 'imitation',
  run: async ({ author, name, nameKey }, { screening, name: publication }, { screeningReader }) => {
    if (!screening.imitation || nameKey === '' || isStaff(author)) return PASS
    const facts = { name }
    const claims = wordsOf(name).some((word) => OFFICE_WORDS.has(word)) || nameKey === skeletonOf(publication)
    if (claims)
      return { level: 'hold', reason: 'The name claims to speak for the publication.', evidence: { facts } }
    const alike = (await screeningReader.staffNames()).find(
      (staff) =>
        staff.length >= TELLING &&
        (isOneOff(staff, nameKey) || (nameKey !== staff && nameKey.includes(staff))),
    )
    return alike === undefined
      ? PASS
      : { level: 'hold', reason: 'The name looks like that of somebody who works here.', evidence: { facts } }
  },
}
