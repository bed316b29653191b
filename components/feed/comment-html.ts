import { linkSegments } from '../reader/link-segments'
import { escapeText } from './escape-text'

/** A comment's plain words as HTML: line breaks kept, addresses as links that search engines ignore. */
export const commentHtml = (text: string): string => {
  const words = linkSegments(text).map(({ text, href }) =>
    href === null
      ? escapeText(text)
      : `<a href="${escapeText(href)}" rel="ugc nofollow noopener">${escapeText(text)}</a>`,
  )
  return `<p>${words.join('').replaceAll('\n', '<br />')}</p>`
}
