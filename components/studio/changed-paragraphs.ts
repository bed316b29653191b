export interface ComparedParagraph {
  readonly text: string
  /** The other text has no such paragraph. */
  readonly changed: boolean
}

const paragraphs = (text: string): readonly string[] =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')

/** The paragraphs of one text, with those marked that the other does not hold. */
export const changedParagraphs = (text: string, other: string): readonly ComparedParagraph[] => {
  const known = new Set(paragraphs(other))
  return paragraphs(text).map((paragraph) => ({ text: paragraph, changed: !known.has(paragraph) }))
}
