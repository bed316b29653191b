import { all, isBlock } from './dom'

/** How programs name the places of their notes: Word, LibreOffice, Google Docs, Markdown on web pages, our own pages. */
const NOTE = /^#(?:_?ftn\d|_?edn\d|sdfootnote\d|sdendnote\d|ftnt\d|fn[:-]?\w|footnote)/i
const IS_REFERENCE = /ref|anc/i

const placeOf = (page: Document, href: string): Element | null => {
  const name = decodeURIComponent(href.slice(1))
  return (
    [...page.querySelectorAll('[id], a[name]')].find(
      (element) => element.id === name || element.getAttribute('name') === name,
    ) ?? null
  )
}

/** The block that holds the words of a note. */
const bodyOf = (place: Element): Element | null => {
  const body = place.matches('li, div') ? place : place.closest('li, p, div')
  const around = body?.matches('p') ? body.parentElement : null
  // LibreOffice and Word give each note a box of its own.
  return around?.matches('div[id]') && around.children.length === 1 ? around : body
}

const wordsOf = (body: Element): DocumentFragment => {
  const copy = body.cloneNode(true) as Element
  for (const link of all(copy, 'a[href^="#"], a[name]')) (link.closest('sup') ?? link).remove()
  const words = body.ownerDocument.createDocumentFragment()
  for (const block of copy.querySelectorAll('p, div')) block.append(' ')
  for (const block of [...copy.querySelectorAll('p, div, li, ul, ol')].reverse())
    block.replaceWith(...block.childNodes)
  words.append(...copy.childNodes)
  return words
}

/** Whether no words follow. */
const isLast = (element: Element): boolean => {
  const rest = element.ownerDocument.createRange()
  rest.setStartAfter(element)
  rest.setEndAfter(element.ownerDocument.body.lastChild ?? element)
  return rest.toString().trim() === ''
}

/** Notes stand where they are called, as in our own documents; the list at the end of the page goes. */
export const pastedNotes = (page: Document): void => {
  const bodies = new Set<Element>()
  for (const call of all(page, 'a[href^="#"]')) {
    const href = call.getAttribute('href') ?? ''
    if (!NOTE.test(href) || (IS_REFERENCE.test(href) && !/sym$/i.test(href))) continue
    const place = placeOf(page, href)
    const body = place && bodyOf(place)
    if (!body || body.contains(call)) continue
    const note = page.createElement('span')
    note.dataset.note = ''
    note.append(wordsOf(body))
    if (!(note.textContent ?? '').trim()) continue
    const within = call.closest('sup')
    ;(within && !isBlock(within) ? within : call).replaceWith(note)
    bodies.add(body)
  }
  for (const body of bodies) body.remove()
  // The line above the notes.
  const line = bodies.size > 0 ? all(page, 'hr').at(-1) : undefined
  if (line && isLast(line)) line.remove()
}
