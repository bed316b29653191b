import { all, isBlock, rename, unwrap } from './dom'

const BETWEEN = ' '

/** A cell holds one line. */
const flatten = (cell: HTMLElement): void => {
  for (const line of all(cell, 'br')) line.replaceWith(BETWEEN)
  for (const block of [...cell.querySelectorAll('*')].filter(isBlock).reverse()) {
    block.after(BETWEEN)
    unwrap(block)
  }
}

/** Rows as long as they look, cells of one line; a table of one cell was only a frame. */
export const pastedTables = (page: Document): void => {
  for (const inner of all(page, 'td table, th table')) inner.replaceWith(inner.textContent ?? '')
  for (const table of all(page, 'table')) {
    const [only, ...others] = all(table, 'td, th')
    if (only && others.length === 0) {
      table.replaceWith(...only.childNodes)
      continue
    }
    for (const cell of all(table, 'tr')[0]?.querySelectorAll('td') ?? []) rename(cell, 'th')
    for (const caption of all(table, 'caption, colgroup')) caption.remove()
    for (const cell of all(table, 'td, th')) {
      flatten(cell)
      const more = Math.min(20, Number(cell.getAttribute('colspan') ?? 1) || 1) - 1
      for (let n = 0; n < more; n += 1) cell.after(page.createElement(cell.tagName))
    }
  }
}
