import type { Block, Doc } from './document/document'
import { plainText } from './document/plain-text'

/** One thing the checklist found. */
export interface Check {
  readonly check: 'tk' | 'alt' | 'heading' | 'link' | 'picture' | 'excerpt' | 'slug'
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
      ? [objects('tk', words, `TK is still to come in “${words}”.`)]
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
