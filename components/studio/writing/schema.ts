import { Mark, Node } from '@tiptap/core'
import type { AnyExtension } from '@tiptap/core'
import type { DOMOutputSpec, Mark as PmMark, ParseRule } from '@tiptap/pm/model'
import { MARKS, NODES, type NodeDescription, type NodeName } from '@/lib/articles/document/document-nodes'
import { safeHref } from '@/lib/articles/document/safe-href'
import { NODE_HTML } from './node-html'
import { NODE_VIEWS } from './node-views'

type Defaults = NodeDescription['attrs']

/** Our attributes have names of their own in HTML: the parse rules read them all. */
const attributes = (defaults: Defaults) =>
  Object.fromEntries(
    Object.entries(defaults ?? {}).map(([name, usual]) => [
      name,
      { default: usual, rendered: false, parseHTML: () => undefined },
    ]),
  )

/** While somebody writes there is always a line to write in; a note is one thing to walk past. */
const WHILE_WRITING: Partial<Record<NodeName, Partial<NodeDescription>>> = {
  doc: { content: 'block+' },
  footnote: { atom: true },
}

const nodeExtension = (name: NodeName): AnyExtension => {
  const known: NodeDescription = { ...NODES[name], ...WHILE_WRITING[name] }
  const { group, content, marks, inline, atom, code, isolating } = known
  const html = name === 'doc' || name === 'text' ? null : NODE_HTML[name]
  const view = NODE_VIEWS[name]
  return Node.create({
    name,
    topNode: name === 'doc',
    ...(group ? { group } : {}),
    ...(content ? { content } : {}),
    ...(marks === undefined ? {} : { marks }),
    ...{ inline, atom, code, isolating },
    defining: name === 'heading' || name === 'codeBlock' || name === 'callout' || name === 'blockquote',
    draggable: name === 'figure' || name === 'embed',
    selectable: name !== 'text',
    addAttributes: () => attributes(known.attrs),
    parseHTML: () => html?.parse.map((rule) => ({ ...rule })) ?? [],
    ...(html ? { renderHTML: ({ node }) => html.show(node) } : {}),
    ...(view ? { addNodeView: () => view } : {}),
  })
}

interface MarkHtml {
  readonly parse: readonly ParseRule[]
  readonly show: (mark: PmMark) => DOMOutputSpec
}

const MARK_HTML: Readonly<Record<keyof typeof MARKS, MarkHtml>> = {
  link: {
    parse: [
      {
        tag: 'a[href]',
        getAttrs: (element) => {
          const href = safeHref(element.getAttribute('href') ?? '')
          return href === null ? false : { href, title: element.getAttribute('title') ?? '' }
        },
      },
    ],
    show: ({ attrs }) => [
      'a',
      { href: String(attrs.href), title: String(attrs.title) || null, rel: 'noopener' },
      0,
    ],
  },
  strong: {
    parse: [
      { tag: 'strong' },
      { tag: 'b', getAttrs: (element) => element.style.fontWeight !== 'normal' && null },
      { style: 'font-weight', getAttrs: (value) => /^(?:bold(?:er)?|[6-9]\d\d)$/.test(value) && null },
    ],
    show: () => ['strong', 0],
  },
  em: {
    parse: [
      { tag: 'em' },
      { tag: 'i', getAttrs: (element) => element.style.fontStyle !== 'normal' && null },
      { style: 'font-style=italic' },
    ],
    show: () => ['em', 0],
  },
  strike: {
    parse: [{ tag: 's' }, { tag: 'del' }, { tag: 'strike' }, { style: 'text-decoration=line-through' }],
    show: () => ['s', 0],
  },
  code: { parse: [{ tag: 'code' }, { tag: 'tt' }, { tag: 'kbd' }], show: () => ['code', 0] },
}

const markExtension = (name: keyof typeof MARKS): AnyExtension => {
  const html = MARK_HTML[name]
  const known: { readonly attrs?: Defaults } = MARKS[name]
  return Mark.create({
    name,
    inclusive: name !== 'link',
    code: name === 'code',
    addAttributes: () => attributes(known.attrs),
    parseHTML: () => html.parse.map((rule) => ({ ...rule })),
    renderHTML: ({ mark }) => html.show(mark),
  })
}

const names = <T extends string>(record: Readonly<Record<T, unknown>>): readonly T[] =>
  Object.keys(record) as T[]

/** The closed schema (lib/articles/document/document-nodes.ts) for TipTap. */
export const SCHEMA: readonly AnyExtension[] = [
  ...names(NODES).map(nodeExtension),
  ...names(MARKS).map(markExtension),
]
