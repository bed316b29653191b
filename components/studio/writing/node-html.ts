import type { DOMOutputSpec, Node as PmNode, TagParseRule } from '@tiptap/pm/model'
import { CALLOUT_TONES, EMBED_KINDS, FIGURE_WIDTHS } from '@/lib/articles/document/document'
import type { NodeName } from '@/lib/articles/document/document-nodes'
import { FIGURE_SRC } from '@/lib/articles/document/figure-src'
import { isWebAddress } from '@/lib/articles/document/web-address'

/** How a node is shown in the sheet and put on the clipboard, and what is read from there. */
interface NodeHtml {
  readonly parse: readonly TagParseRule[]
  readonly show: (node: PmNode) => DOMOutputSpec
}

type Attrs = Record<string, unknown>

const text = (element: HTMLElement, name: string): string => element.dataset[name] ?? ''
const among = <T extends string>(all: readonly T[], value: string | undefined): T =>
  all.find((one) => one === value) ?? (all[0] as T)

/** What comes from another page is not believed: a picture of another site is no figure. */
const figure = (element: HTMLElement): Attrs | false => {
  const image = element instanceof HTMLImageElement ? element : element.querySelector('img')
  const src = image?.getAttribute('src') ?? ''
  if (!FIGURE_SRC.test(src)) return false
  return {
    src,
    alt: image?.getAttribute('alt') ?? '',
    decorative: element.dataset.decorative === 'true',
    credit: text(element, 'credit'),
    width: among(FIGURE_WIDTHS, element.dataset.width),
    focus: /^\d{1,3} \d{1,3}$/.test(text(element, 'focus')) ? text(element, 'focus') : '',
  }
}

const embed = (element: HTMLElement): Attrs | false => {
  const url = text(element, 'url')
  if (!isWebAddress(url)) return false
  const poster = text(element, 'poster')
  return {
    kind: among(EMBED_KINDS, element.dataset.embed),
    url,
    title: text(element, 'title'),
    author: text(element, 'author'),
    poster: FIGURE_SRC.test(poster) ? poster : '',
  }
}

const levelOf = (tag: number): Attrs => ({ level: Math.min(4, Math.max(2, tag)) })

const language = (element: HTMLElement): Attrs => {
  const found = /\blanguage-([\w+#.-]{1,40})/.exec(
    element.querySelector('code')?.className ?? element.className,
  )
  return { language: element.dataset.language ?? found?.[1] ?? '' }
}

const align = (element: HTMLElement): Attrs => {
  const wish = element.getAttribute('align') ?? element.style.textAlign
  return { align: wish === 'center' || wish === 'right' || wish === 'left' ? wish : null }
}

const cell = (tag: 'td' | 'th'): NodeHtml => ({
  parse: [{ tag, getAttrs: align }],
  show: ({ attrs }) => [tag, attrs.align ? { align: String(attrs.align) } : {}, 0],
})

const plain = (tag: string, facts: Record<string, string> = {}): NodeHtml => ({
  parse: [{ tag }],
  show: () => [tag, facts, 0],
})

/** The words of a paragraph decide which way it runs. */
const AUTO = { dir: 'auto' }

const figureData = ({ attrs }: PmNode): Record<string, string> => ({
  'data-figure': '',
  'data-width': String(attrs.width),
  'data-decorative': String(attrs.decorative),
  'data-credit': String(attrs.credit),
  'data-focus': String(attrs.focus),
})

export const NODE_HTML: Readonly<Record<Exclude<NodeName, 'doc' | 'text'>, NodeHtml>> = {
  paragraph: plain('p', AUTO),
  heading: {
    parse: [1, 2, 3, 4, 5, 6].map((tag) => ({ tag: `h${tag}`, getAttrs: () => levelOf(tag) })),
    show: ({ attrs }) => [`h${Number(attrs.level)}`, AUTO, 0],
  },
  codeBlock: {
    parse: [{ tag: 'pre', preserveWhitespace: 'full', getAttrs: language }],
    show: ({ attrs }) => ['pre', { 'data-language': String(attrs.language) }, ['code', { dir: 'ltr' }, 0]],
  },
  horizontalRule: { parse: [{ tag: 'hr' }], show: () => ['hr'] },
  figure: {
    parse: [
      { tag: 'figure[data-figure]', getAttrs: figure, contentElement: 'figcaption' },
      { tag: 'img[src]', getAttrs: figure },
    ],
    show: (node) => [
      'figure',
      figureData(node),
      ['img', { src: String(node.attrs.src), alt: String(node.attrs.alt) }],
      ['figcaption', AUTO, 0],
    ],
  },
  gallery: {
    parse: [
      {
        tag: 'div[data-gallery]',
        getAttrs: (element) => ({ width: among(FIGURE_WIDTHS, element.dataset.width) }),
      },
    ],
    show: ({ attrs }) => ['div', { 'data-gallery': '', 'data-width': String(attrs.width) }, 0],
  },
  embed: {
    parse: [{ tag: 'div[data-embed]', getAttrs: embed }],
    show: ({ attrs }) => [
      'div',
      {
        'data-embed': String(attrs.kind),
        'data-url': String(attrs.url),
        'data-title': String(attrs.title),
        'data-author': String(attrs.author),
        'data-poster': String(attrs.poster),
      },
      ['span', {}, String(attrs.title || attrs.url)],
    ],
  },
  callout: {
    parse: [
      {
        tag: 'div[data-callout]',
        getAttrs: (element) => ({
          tone: among(CALLOUT_TONES, element.dataset.callout),
          title: text(element, 'title'),
        }),
      },
    ],
    show: ({ attrs }) => [
      'div',
      { 'data-callout': String(attrs.tone), 'data-title': String(attrs.title) },
      0,
    ],
  },
  blockquote: plain('blockquote'),
  bulletList: plain('ul'),
  orderedList: {
    parse: [
      {
        tag: 'ol',
        getAttrs: (element) => {
          const start = Number(element.getAttribute('start') ?? 1)
          return { start: Number.isInteger(start) && start >= 0 && start <= 999_999_999 ? start : 1 }
        },
      },
    ],
    show: ({ attrs }) => ['ol', { start: String(attrs.start) }, 0],
  },
  listItem: plain('li'),
  table: { parse: [{ tag: 'table' }], show: () => ['table', ['tbody', 0]] },
  tableRow: plain('tr'),
  tableHeader: cell('th'),
  tableCell: cell('td'),
  hardBreak: { parse: [{ tag: 'br' }], show: () => ['br'] },
  footnote: { parse: [{ tag: 'span[data-note]' }], show: () => ['span', { 'data-note': '' }, 0] },
}
