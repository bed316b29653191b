import { all, isBlock, rename, styleOf, unwrap } from './dom'
import { pastedNotes } from './notes'
import { pastedTables } from './tables'
import { wordLists } from './word-lists'

export interface Cleaned {
  readonly html: string
  /** Pictures of other places, which a page of ours does not load. */
  readonly picturesLeftOut: number
}

const NEVER =
  'script, style, meta, link, title, template, noscript, iframe, object, embed, video, audio, svg, math, canvas, input, select, textarea, button, xml, [hidden]'

const removeUnseen = (page: Document): void => {
  const walker = page.createTreeWalker(page.documentElement, NodeFilter.SHOW_COMMENT)
  const comments: Node[] = []
  while (walker.nextNode()) comments.push(walker.currentNode)
  for (const comment of comments) comment.parentNode?.removeChild(comment)
  for (const element of all(page, NEVER)) element.remove()
  // Office names its own elements: <o:p>.
  for (const element of all(page.body, '*')) if (element.tagName.includes(':')) unwrap(element)
  for (const element of all(page, '[style]'))
    if (/display:\s*none|mso-hide:\s*all|mso-element:\s*comment/i.test(styleOf(element))) element.remove()
}

/** Google wraps a whole selection in a bold that is none, and leads every link over itself. */
const googleDocs = (page: Document): void => {
  for (const wrapper of all(page, 'b[id^="docs-internal-guid"]')) unwrap(wrapper)
  for (const link of all(page, 'a[href*="google.com/url?"]')) {
    const address = /[?&]q=([^&]+)/.exec(link.getAttribute('href') ?? '')?.[1]
    if (address) link.setAttribute('href', decodeURIComponent(address))
  }
}

/** A title is a heading; a box is a callout; what can be folded is not. */
const named = (page: Document): void => {
  for (const title of all(page, 'p.MsoTitle, p.title')) rename(title, 'h1')
  for (const subtitle of all(page, 'p.MsoSubtitle, p.subtitle')) rename(subtitle, 'p')
  for (const box of all(page, 'aside, figure.callout, div.callout')) {
    const made = rename(box, 'div')
    made.dataset.callout = 'note'
  }
  for (const summary of all(page, 'summary')) rename(rename(summary, 'p'), 'p').style.fontWeight = '700'
}

/** Headings are bold already. */
const plainHeadings = (page: Document): void => {
  for (const heading of all(page, 'h1, h2, h3, h4, h5, h6, th')) {
    for (const bold of all(heading, 'b, strong')) unwrap(bold)
    for (const styled of [heading, ...all(heading, '[style]')]) styled.style.fontWeight = ''
    for (const line of all(heading, 'br')) line.replaceWith(' ')
  }
}

/** Mail programs move text in with the sign for a quotation. */
const indents = (page: Document): void => {
  for (const quote of all(page, 'blockquote'))
    if (/border:\s*(?:none|medium|0)/i.test(styleOf(quote)) && /margin/i.test(styleOf(quote))) unwrap(quote)
  for (const list of all(page, 'dl')) for (const entry of all(list, 'dd, dt')) rename(entry, 'p')
}

/** Blanks that do not break are kept where a writer means one, not where a program made room. */
const blanks = (page: Document): void => {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode
    if (text.parentElement?.closest('pre')) continue
    const value = text.nodeValue ?? ''
    const calm = value
      .replace(/\u00ad|\u200b|\ufeff/g, '')
      .replace(/[ \t\n\u00a0]*(?:\u00a0[ \t\n\u00a0]+|[ \t\n]+\u00a0)[ \t\n\u00a0]*/g, ' ')
    if (calm !== value) text.nodeValue = calm
  }
}

const isEmptyLine = (element: HTMLElement): boolean =>
  (element.textContent ?? '').replace(/[\s\u00a0]/g, '') === '' &&
  !element.querySelector('img, hr, table, [data-note], li')

/** The last line of code ends where the block ends. */
const code = (page: Document): void => {
  for (const block of all(page, 'pre')) {
    const text = page.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    let last: Node | null = null
    while (text.nextNode()) last = text.currentNode
    if (last) last.nodeValue = (last.nodeValue ?? '').replace(/\n$/, '')
  }
}

/** Lines that only made room. */
const emptyLines = (page: Document): void => {
  for (const line of all(page, 'p, div, h1, h2, h3, h4, h5, h6, blockquote').toReversed())
    if (isEmptyLine(line)) line.remove()
  for (const line of all(page, 'br')) {
    if (!line.isConnected) continue
    const next = line.nextSibling
    const follows =
      next?.nodeType === Node.TEXT_NODE && !(next.nodeValue ?? '').trim() ? next.nextSibling : next
    if (
      follows === null ||
      isBlock(follows) ||
      line.previousSibling === null ||
      isBlock(line.previousSibling)
    )
      line.remove()
    else if (follows instanceof Element && follows.matches('br')) {
      // Two of them are the end of a paragraph: a block, even an empty one, parts what stands around it.
      follows.remove()
      line.replaceWith(page.createElement('div'))
    }
  }
}

const pictures = (page: Document): number => {
  const foreign = all(page, 'img').filter((image) => !/^\/(?![/\\])/.test(image.getAttribute('src') ?? ''))
  for (const image of foreign) image.remove()
  // Mail programs count who opens a letter.
  return foreign.filter((image) => image.getAttribute('width') !== '1').length
}

/**
 * What another program put on the clipboard (Word, Google Docs, LibreOffice, Notion, Gmail, a web page), as HTML that
 * says what it means: lists that are lists, notes where they are called, no looks. Whether a piece may hold it is for
 * the schema to say.
 */
export const cleanHtml = (raw: string): Cleaned => {
  const page = new DOMParser().parseFromString(raw, 'text/html')
  removeUnseen(page)
  googleDocs(page)
  named(page)
  wordLists(page)
  pastedNotes(page)
  pastedTables(page)
  plainHeadings(page)
  indents(page)
  blanks(page)
  code(page)
  const picturesLeftOut = pictures(page)
  emptyLines(page)
  return { html: page.body.innerHTML, picturesLeftOut }
}
