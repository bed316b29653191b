import { all, rename, styleOf, unwrap } from './dom'

interface Line {
  readonly element: HTMLElement
  readonly level: number
  readonly ordered: boolean
}

const MARK = /mso-list:\s*Ignore/i
const LEVEL = /mso-list:[^;]*\blevel(\d)/i

const lineOf = (element: HTMLElement): Line | null => {
  const level = LEVEL.exec(styleOf(element))?.[1]
  if (!level) return null
  const marks = all(element, 'span').filter((span) => MARK.test(styleOf(span)))
  const mark = marks.map((span) => span.textContent).join('')
  for (const span of marks) span.remove()
  return { element, level: Number(level), ordered: /^\s*\(?[\da-z]{1,4}[.)]/i.test(mark) }
}

/** Word writes lists as paragraphs that only look like one; the level stands in their style. */
export const wordLists = (page: Document): void => {
  let open: { level: number; list: HTMLElement; item: HTMLElement }[] = []
  let last: Element | null = null
  for (const element of all(page, 'p, h1, h2, h3, h4, h5, h6')) {
    const line = lineOf(element)
    if (!line) continue
    if (last === null || element.previousElementSibling !== last) open = []
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > line.level) open.pop()
    let here = open.at(-1)
    const tag = line.ordered ? 'OL' : 'UL'
    if (here && here.level === line.level && here.list.tagName !== tag) {
      open.pop()
      here = open.at(-1)
    }
    const item = page.createElement('li')
    if (here && here.level === line.level) here.list.append(item)
    else {
      const list = page.createElement(tag)
      list.append(item)
      if (here) here.item.append(list)
      else element.before(list)
      here = { level: line.level, list, item }
      open.push(here)
    }
    open[open.length - 1] = { ...here, item }
    item.append(element)
    unwrap(rename(element, 'p'))
    last = open[0]?.list ?? null
  }
}
