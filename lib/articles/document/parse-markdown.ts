import { canonicalText } from '../../kernel/canonical-text'
import { type Result, fail, ok } from '../../kernel/result'
import type { Doc } from './document'
import { isTangled } from './is-tangled'
import { literalBlocks } from './literal-blocks'
import { markdownContext } from './markdown-context'
import { markdownParser } from './markdown-processor'
import { parseBlocks } from './parse-blocks'
import { parseNotes } from './parse-notes'
import { TOO_LONG, isTooLong } from './text-limit'

/**
 * Markdown as a document of our schema. Whatever the schema has no place for (HTML, unknown pictures, nesting beyond
 * reason) stays in the text as the characters that were typed; links with unsafe targets lose the link.
 */
export const parseMarkdown = (raw: string): Result<Doc> => {
  if (isTooLong(raw)) return fail('invalid', TOO_LONG, { fields: { text: TOO_LONG } })
  const source = canonicalText(raw, { trim: false })
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
  if (isTangled(source)) return ok({ type: 'doc', content: literalBlocks(source) })
  const tree = markdownParser.parse(source)
  const context = markdownContext(tree, source)
  const { callNote, uncalled } = parseNotes(context)
  const content = parseBlocks(tree.children, { ...context, callNote })
  return ok({ type: 'doc', content: [...content, ...uncalled()] })
}
