import type { Blockquote, Code, Heading, List, Nodes, Paragraph, Table as MarkdownTable } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { canonicalText } from '../../kernel/canonical-text'
import { type Block, type Inline, type ListItem, MAX_NESTING } from './document'
import { literalBlocks } from './literal-blocks'
import { type MarkdownContext, sourceOf } from './markdown-context'
import { parseContainer, parseLeaf } from './parse-directive'
import { parseInline, parseWords } from './parse-inline'
import { parseTable } from './parse-table'
import { tidyInline } from './tidy-inline'

const LANGUAGE = /^[\w+#.-]{1,40}$/

const filled = (blocks: readonly Block[]): readonly Block[] =>
  blocks.length > 0 ? blocks : [{ type: 'paragraph', content: [] }]

/** Pictures part the text around them into paragraphs of its own. */
const paragraphs = ({ children }: Paragraph, context: MarkdownContext): readonly Block[] => {
  const blocks: Block[] = []
  let inlines: Inline[] = []
  const close = () => {
    const content = tidyInline(inlines)
    if (content.length > 0) blocks.push({ type: 'paragraph', content })
    inlines = []
  }
  for (const node of parseInline(children, context)) {
    if (node.type !== 'figure') inlines.push(node)
    else {
      close()
      blocks.push(node)
    }
  }
  close()
  return blocks
}

/** The title of the piece is the only heading of level 1, and level 4 is as deep as a piece goes. */
const LEVELS = { 1: 2, 2: 2, 3: 3, 4: 4, 5: 4, 6: 4 } as const

const heading = ({ depth, children }: Heading, context: MarkdownContext): readonly Block[] => {
  const content = parseWords(children, context)
  return content.length > 0 ? [{ type: 'heading', attrs: { level: LEVELS[depth] }, content }] : []
}

const codeBlock = ({ value, lang }: Code): Block => {
  const text = canonicalText(value, { trim: false })
  return {
    type: 'codeBlock',
    attrs: { language: lang && LANGUAGE.test(lang) ? lang : '' },
    content: text === '' ? [] : [{ type: 'text', text, marks: [] }],
  }
}

const list = ({ ordered, start, children }: List, context: MarkdownContext, depth: number): Block => {
  const content = children.map((item): ListItem => ({
    type: 'listItem',
    content: filled(parseBlocks(item.children, context, depth + 1)),
  }))
  return ordered
    ? { type: 'orderedList', attrs: { start: start ?? 1 }, content }
    : { type: 'bulletList', content }
}

const blockquote = ({ children }: Blockquote, context: MarkdownContext, depth: number): Block => ({
  type: 'blockquote',
  content: filled(parseBlocks(children, context, depth + 1)),
})

const table = (node: MarkdownTable, context: MarkdownContext): readonly Block[] => {
  const parsed = parseTable(node, context)
  return parsed ? [parsed] : literalBlocks(sourceOf(node, context))
}

const containerDirective = (
  node: ContainerDirective,
  context: MarkdownContext,
  depth: number,
): readonly Block[] => {
  const inside = (children: readonly Nodes[]): readonly Block[] =>
    filled(parseBlocks(children, context, depth + 1))
  const parsed = depth < MAX_NESTING ? parseContainer(node, context, inside) : null
  return parsed ? [parsed] : literalBlocks(sourceOf(node, context))
}

const parseBlock = (node: Nodes, context: MarkdownContext, depth: number): readonly Block[] => {
  switch (node.type) {
    case 'paragraph':
      return paragraphs(node, context)
    case 'heading':
      return heading(node, context)
    case 'code':
      return [codeBlock(node)]
    case 'thematicBreak':
      return [{ type: 'horizontalRule' }]
    case 'blockquote':
      return depth < MAX_NESTING ? [blockquote(node, context, depth)] : literalBlocks(sourceOf(node, context))
    case 'list':
      return depth < MAX_NESTING ? [list(node, context, depth)] : literalBlocks(sourceOf(node, context))
    case 'table':
      return table(node, context)
    case 'leafDirective':
      return parseLeaf(node) ?? literalBlocks(sourceOf(node, context))
    case 'containerDirective':
      return containerDirective(node, context, depth)
    case 'footnoteDefinition':
      // It stands where it is called; one that nobody calls comes last (parse-markdown.ts).
      return []
    case 'definition':
      return context.used.has(node) ? [] : literalBlocks(sourceOf(node, context))
    default:
      return literalBlocks(sourceOf(node, context))
  }
}

/** Recursion ends at MAX_NESTING: what lies deeper is kept as it was typed. */
export const parseBlocks = (nodes: readonly Nodes[], context: MarkdownContext, depth = 0): readonly Block[] =>
  nodes.flatMap((node) => parseBlock(node, context, depth))
