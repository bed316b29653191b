import type { Block, Doc } from './document/document'
import { plainText } from './document/plain-text'

/** What the checklist looks for, as a word for people. */
export const CHECK_NAMES = {
  tk: 'something still to come',
  alt: 'a picture without description',
  heading: 'a heading that skips a level',
  link: 'a broken link',
  picture: 'a huge picture',
  excerpt: 'nothing to quote',
  slug: 'an address with a number',
} as const

/** Whether the checklist has a check of that name. */
export const isCheck = (name: string): name is keyof typeof CHECK_NAMES => Object.hasOwn(CHECK_NAMES, name)

/** One thing the checklist found. */
export interface Check {
  readonly check: keyof typeof CHECK_NAMES
  /** `objects`: to be mended, or passed over with a reason. `hint`: said and no more. */
  readonly weight: 'objects' | 'hint'
  /** A field of the editor, or the words it is about. */
  readonly where: string
  /** A sentence for a person. */
  readonly says: string
}

const TK = /\bTK\b/u
/** Words that are shown of a block, so that it can be found. */
const SHOWN = 60

const wordsOf = (block: Block): string => {
  const words = plainText({ type: 'doc', content: [block] })
    .replace(/\s+/g, ' ')
    .trim()
  return words.length > SHOWN ? `${words.slice(0, SHOWN).trimEnd()}…` : words
}

/** The words around it, where it stands far into a long paragraph. */
const aroundTk = (block: Block): string => {
  const words = plainText({ type: 'doc', content: [block] })
    .replace(/\s+/g, ' ')
    .trim()
  const at = words.search(TK)
  const [from, to] = [Math.max(0, at - SHOWN / 2), Math.min(words.length, at + SHOWN / 2)]
  return `${from > 0 ? '…' : ''}${words.slice(from, to).trim()}${to < words.length ? '…' : ''}`
}

const objects = (check: Check['check'], where: string, says: string): Check => ({
  check,
  weight: 'objects',
  where,
  says,
})

/** A node as a tree of anything: what the document's schema gains later is walked through as well. */
interface AnyNode {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly text?: string
  readonly content?: readonly AnyNode[]
}

function* nodesIn(node: AnyNode): Generator<AnyNode> {
  yield node
  for (const child of node.content ?? []) yield* nodesIn(child)
}

const isPictureWithoutAlt = ({ type, attrs }: AnyNode): boolean =>
  (type === 'figure' || type === 'image') && attrs?.alt === '' && attrs.decorative !== true

const checkHeadings = (doc: Doc): readonly Check[] => {
  let above = 1
  return doc.content.flatMap((block) => {
    if (block.type !== 'heading') return []
    const { level } = block.attrs
    const skips = level > above + 1
    above = level
    return skips
      ? [
          objects(
            'heading',
            wordsOf(block),
            `The heading “${wordsOf(block)}” skips a level: who listens to the page loses the thread.`,
          ),
        ]
      : []
  })
}

const checkBlock = (block: Block): readonly Check[] => {
  const words = wordsOf(block)
  const pictures = [...nodesIn(block)].filter(isPictureWithoutAlt)
  return [
    ...(block.type !== 'codeBlock' && TK.test(plainText({ type: 'doc', content: [block] }))
      ? [objects('tk', words, `TK is still to come in “${aroundTk(block)}”.`)]
      : []),
    ...pictures.map(({ attrs }) => {
      const src = typeof attrs?.src === 'string' ? attrs.src : ''
      return objects('alt', src, `The picture ${src} has no description for those who cannot see it.`)
    }),
  ]
}

/** What can be told from the text alone. */
export const checkDocument = (doc: Doc): readonly Check[] => [
  ...doc.content.flatMap(checkBlock),
  ...checkHeadings(doc),
]

/** Every address the text links to, each once. */
export const linksIn = (doc: Doc): readonly string[] => {
  const found = new Set<string>()
  for (const node of nodesIn(doc)) {
    const { marks } = node as { readonly marks?: readonly AnyNode[] }
    for (const { type, attrs } of marks ?? [])
      if (type === 'link' && typeof attrs?.href === 'string') found.add(attrs.href)
  }
  return [...found]
}
