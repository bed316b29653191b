/** Finished XML, which is put in as it stands. Made by `element` and `xml` only. */
export interface Xml {
  readonly xml: string
}

type Child = Xml | string | number | null | readonly Child[]
type Attributes = Readonly<Record<string, string | number | null>>

/** What XML 1.0 cannot hold at all, escaped or not (section 2.2): one such letter, and no reader opens the feed. */
const IMPOSSIBLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const escaped = (text: string | number): string =>
  String(text)
    .replace(IMPOSSIBLE, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const inner = (child: Child): string => {
  if (child === null) return ''
  if (typeof child === 'string' || typeof child === 'number') return escaped(child)
  return 'xml' in child ? child.xml : child.map(inner).join('')
}

/** An attribute that is null is left out; text is escaped. Names are ours, never a visitor's. */
export const element = (name: string, attributes: Attributes = {}, ...children: readonly Child[]): Xml => {
  const given = Object.entries(attributes)
    .map(([key, value]) => (value === null ? '' : ` ${key}="${escaped(value)}"`))
    .join('')
  const content = children.map(inner).join('')
  return { xml: content === '' ? `<${name}${given}/>` : `<${name}${given}>${content}</${name}>` }
}

/** The same, unless there is nothing to say. */
export const optional = (name: string, content: string | null | undefined): Xml | null =>
  content ? element(name, {}, content) : null

/** A whole file. `style` is the address of a sheet for people who open it. */
export const document = (root: Xml, { style }: { readonly style?: string } = {}): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    ...(style ? [`<?xml-stylesheet type="text/css" href="${escaped(style)}"?>`] : []),
    root.xml,
    '',
  ].join('\n')
