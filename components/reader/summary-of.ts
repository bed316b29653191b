import type { ArticleView } from '@/lib/articles/article-view'

const LENGTH = 160

/** What search engines and link previews say of a piece: its dek, or how it begins, up to a whole word. */
export const summaryOf = ({ dek, plainText }: Pick<ArticleView, 'dek' | 'plainText'>): string | undefined => {
  if (dek) return dek
  const text = plainText.replace(/\s+/g, ' ').trim()
  if (text.length <= LENGTH) return text || undefined
  const end = text.lastIndexOf(' ', LENGTH)
  return `${text.slice(0, end > LENGTH / 2 ? end : LENGTH).toWellFormed()}…`
}
