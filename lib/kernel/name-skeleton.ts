import { foldText } from './fold-text'

/**
 * What a name looks like from a distance: blanks and punctuation gone, letters and digits that are mistaken for each
 * other made one. Two names with the same skeleton could be taken for one person, so guests may not carry a
 * skeleton of the staff (`nameKey` of users and comments). '' when nothing legible is left, which imitates nobody.
 */
export const nameSkeleton = (name: string): string =>
  foldText(name)
    .replace(/[|!]/gu, 'i')
    .replace(/[^\p{L}\p{N}\p{Mc}\p{Mn}\p{So}]/gu, '')
    .replace(/rn/gu, 'm')
    .replace(/vv/gu, 'w')
    .replace(/[1l]/gu, 'i')
    .replace(/0/gu, 'o')
    .replace(/5/gu, 's')
