/** "1 Comment", "24 Comments" */
export const commentsText = (count: number): string =>
  `${count.toLocaleString('en')} ${count === 1 ? 'Comment' : 'Comments'}`

/** "6 min read" */
export const readingText = (minutes: number): string => `${Math.max(1, minutes)} min read`

/** The name of a commenter, or what stands there for one who gave none. */
export const shownName = (name: string): string => name || 'No Name Set'

const LIST = new Intl.ListFormat('en', { type: 'conjunction' })

/** "Ada Lovelace", "Ada Lovelace and Charles Babbage"; '' for a piece without a byline. */
export const bylineText = (bylines: readonly { readonly name: string }[]): string =>
  LIST.format(bylines.map((byline) => byline.name))

/** Names as a sentence lists them: words with the number of the name they are, null for what stands between. */
export const listParts = (
  names: readonly string[],
): readonly { readonly text: string; readonly index: number | null }[] => {
  let index = 0
  return LIST.formatToParts(names).map(({ type, value }) => ({
    text: value,
    index: type === 'element' ? index++ : null,
  }))
}

/** "1 part", "5 parts" */
export const partsText = (count: number): string =>
  `${count.toLocaleString('en')} ${count === 1 ? 'part' : 'parts'}`

/** What a note to readers is called. */
export const NOTE_WORDS = { correction: 'Correction', update: 'Update' } as const

/** "1 piece", "24 pieces" */
export const piecesText = (count: number): string =>
  `${count.toLocaleString('en')} ${count === 1 ? 'piece' : 'pieces'}`
