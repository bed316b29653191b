import { escapeAttribute, escapeText } from '../articles/document/escape-html'

/** One paragraph of a mail. A link stands on a line of its own, under the words that say what it is for. */
export type Part =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'small'; readonly text: string; readonly href?: string }

const asText = (part: Part): string => {
  switch (part.kind) {
    case 'quote':
      return `> ${part.text}`
    case 'link':
      return `${part.text}:\n${part.href}`
    case 'small':
      return part.href ? `${part.text}:\n${part.href}` : part.text
    default:
      return part.text
  }
}

const P = 'margin:0 0 16px'
const LINK = 'color:#2846A8'

const asHtml = (part: Part): string => {
  const text = escapeText(part.text)
  switch (part.kind) {
    case 'heading':
      return `<h2 style="margin:24px 0 8px;font-size:17px;line-height:1.3" dir="auto">${text}</h2>`
    case 'quote':
      return `<blockquote style="margin:0 0 16px;padding:0 0 0 12px;border-left:2px solid #D6DAD8;color:#40474C" dir="auto">${text}</blockquote>`
    case 'link':
      return `<p style="${P}"><a style="${LINK}" href="${escapeAttribute(part.href)}">${text}</a></p>`
    case 'small': {
      const inner = part.href
        ? `<a style="color:#5B646A" href="${escapeAttribute(part.href)}">${text}</a>`
        : text
      return `<p style="margin:0 0 4px;font-size:13px;color:#5B646A">${inner}</p>`
    }
    default:
      return `<p style="${P}" dir="auto">${text}</p>`
  }
}

/** Both forms of a mail, from the same parts: plain text, and a white page with black type and nothing to load. */
export const letterText = (parts: readonly Part[]): { readonly text: string; readonly html: string } => ({
  text: `${parts.map(asText).join('\n\n')}\n`,
  html:
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
    '<meta name="color-scheme" content="light"></head>' +
    '<body style="margin:0;padding:24px;background:#FFFFFF;color:#14181B;font:16px/1.5 Georgia,serif">' +
    `<div style="max-width:34em">${parts.map(asHtml).join('')}</div></body></html>`,
})
