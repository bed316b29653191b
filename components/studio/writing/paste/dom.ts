/** Small changes of a foreign page. It was parsed without a window: nothing in it runs or is loaded. */
export const all = (root: ParentNode, selector: string): readonly HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(selector),
]

/** Its children stay where it stood. */
export const unwrap = (element: Element): void => element.replaceWith(...element.childNodes)

export const rename = (element: Element, tag: string): HTMLElement => {
  const made = element.ownerDocument.createElement(tag)
  for (const { name, value } of element.attributes) made.setAttribute(name, value)
  made.append(...element.childNodes)
  element.replaceWith(made)
  return made
}

export const styleOf = (element: Element): string => element.getAttribute('style') ?? ''

const BLOCKS =
  'p,div,h1,h2,h3,h4,h5,h6,ul,ol,li,table,tr,td,th,blockquote,pre,figure,figcaption,hr,dl,dt,dd,section,article,aside,details,summary,address,header,footer,main,nav,form,center'

export const isBlock = (node: Node): node is Element => node instanceof Element && node.matches(BLOCKS)
