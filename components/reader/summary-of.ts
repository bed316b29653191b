import type { ArticleView } from '@/lib/articles/article-view'

const LENGTH = 160

/** On one line, at least as much as is shown: a piece is long, and what follows need not be read. */
const beginning = (text: string): string => {
  let line = ''
  for (const [word] of text.matchAll(/\S+/g)) {
    line = line ? `${line} ${word}` : word
    if (line.length > LENGTH) break
  }
  return line
}

/** What search engines and link previews say of a piece: its dek, or how it begins, up to a whole word. */
export const summaryOf = ({ dek, plainText }: Pick<ArticleView, 'dek' | 'plainText'>): string | undefined => {
  if (dek) return dek
  const text = beginning(plainText)
  if (text.length <= LENGTH) return text || undefined
  const end = text.lastIndexOf(' ', LENGTH)
  return `${text.slice(0, end > LENGTH / 2 ? end : LENGTH).toWellFormed()}…`
}
