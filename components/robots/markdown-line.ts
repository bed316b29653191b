/** What Markdown would read as markup in a line of plain text. */
const SIGNS = /[\\`*_[\]<>#|~&]/g

/** Plain text on one line of Markdown, as it is. */
export const markdownLine = (text: string): string => text.replace(/\s+/g, ' ').trim().replace(SIGNS, '\\$&')
