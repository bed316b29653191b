import {
  ARRANGEMENTS,
  type Arrangement,
  NAVIGATION_LISTS,
  type Navigation,
  type NavigationList,
} from '@/lib/settings/navigation'

/** A line of the form. */
export interface LinkRow {
  /** Its place in the form: part of the names of its fields. */
  readonly index: number
  readonly label: string
  readonly href: string
}

/** The rows of a posted form, as they were typed: one was empty, to take another link, and one more after it was refused. */
export const typedRows = (
  fields: Readonly<Record<string, string>>,
  list: NavigationList,
): readonly LinkRow[] =>
  Array.from({ length: NAVIGATION_LISTS[list] + 2 }, (_, index) => ({
    index,
    label: fields[`${list}-${index}-label`]?.trim() ?? '',
    href: fields[`${list}-${index}-href`]?.trim() ?? '',
  }))

/** What is stored, as rows of the form. */
export const storedRows = (navigation: Navigation, list: NavigationList): readonly LinkRow[] =>
  navigation[list].map((link, index) => ({ index, ...link }))

/** `up-header-1`: what a button says that moves a link or takes it away. */
export const printButton = (arrangement: Arrangement, list: NavigationList, index: number): string =>
  `${arrangement}-${list}-${index}`

export const parseButton = (
  value: string,
): { readonly arrangement: Arrangement; readonly list: NavigationList; readonly index: number } | null => {
  const [, pressed, where, place] = /^([a-z]+)-([a-z]+)-(\d{1,2})$/.exec(value) ?? []
  const arrangement = ARRANGEMENTS.find((each) => each === pressed)
  if (!arrangement || (where !== 'header' && where !== 'footer')) return null
  return { arrangement, list: where, index: Number(place) }
}
