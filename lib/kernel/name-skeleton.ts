import { foldText } from './fold-text'
import { picturedLetter } from './pictured-letters'

/** Greek capitals look like one Latin letter and their small forms like another. */
const CAPITALS: ReadonlyMap<string, string> = new Map([
  ['Η', 'h'],
  ['Μ', 'm'],
  ['Ν', 'n'],
  ['Υ', 'y'],
  ['Ζ', 'z'],
])

const plainLetter = (letter: string): string => picturedLetter(letter) ?? CAPITALS.get(letter) ?? letter

/**
 * What a name looks like from a distance: blanks and punctuation gone, letters and digits that are mistaken for each
 * other made one. Two names with the same skeleton could be taken for one person, so nobody else may carry a
 * skeleton of the staff (`nameKey` of users and comments). '' when nothing legible is left, which imitates nobody.
 */
export const nameSkeleton = (name: string): string =>
  foldText([...name.toWellFormed()].map(plainLetter).join(''))
    .replace(/[|!]/gu, 'i')
    .replace(/[^\p{L}\p{N}\p{Mc}\p{Mn}\p{So}]/gu, '')
    .replace(/rn/gu, 'm')
    .replace(/vv/gu, 'w')
    .replace(/[1l]/gu, 'i')
    .replace(/0/gu, 'o')
    .replace(/5/gu, 's')
