import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast'
import type { Footnote } from './document'
import { readFigureSrc } from './figure-src'
import { safeHref } from './safe-href'

/** What one parse knows besides the node at hand. */
export interface MarkdownContext {
  readonly source: string
  /** `[name]: address` lines by normalised name; the first one counts. */
  readonly definitions: ReadonlyMap<string, Definition>
  /** Definitions that a link or image takes its target from: their line has done its work. */
  readonly used: ReadonlySet<Definition>
  /** `[^name]: text` by normalised name; the first one counts. */
  readonly notes: ReadonlyMap<string, FootnoteDefinition>
  /** The note of that name, or null; nothing where none may be called: in headings, captions and notes. */
  readonly callNote?: (identifier: string) => Footnote | null
}

const isUsable = ({ url }: Definition): boolean => safeHref(url) !== null || readFigureSrc(url) !== null

/** The definitions and notes of a text, by name: what its references stand for. */
export const markdownContext = (tree: Root, source: string): MarkdownContext => {
  const definitions = new Map<string, Definition>()
  const notes = new Map<string, FootnoteDefinition>()
  const names = new Set<string>()
  const waiting: Nodes[] = [tree]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node)
    if (node.type === 'footnoteDefinition' && !notes.has(node.identifier)) notes.set(node.identifier, node)
    if (node.type === 'linkReference' || node.type === 'imageReference') names.add(node.identifier)
    // Last pushed, first visited: turned round, the walk is in the order of the text.
    if ('children' in node) for (const child of [...node.children].reverse()) waiting.push(child)
  }
  const used = new Set(
    [...definitions.values()].filter(isUsable).filter(({ identifier }) => names.has(identifier)),
  )
  return { source, definitions, used, notes }
}

/** The characters a node was made of. */
export const sourceOf = (node: Nodes, { source }: Pick<MarkdownContext, 'source'>): string =>
  source.slice(node.position?.start.offset, node.position?.end.offset)

/** For places where a note cannot be called. */
export const withoutNotes = ({ callNote: _, ...context }: MarkdownContext): MarkdownContext => context
