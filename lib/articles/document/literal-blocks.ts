import type { Block, Inline } from './document'
import { oneLine } from './one-line'

/** Source kept as the characters that were typed: lines stay lines, blank lines separate paragraphs. */
export const literalBlocks = (source: string): readonly Block[] =>
  source.split(/\n[ \t]*(?=\n)/).flatMap((chunk): readonly Block[] => {
    const lines = chunk.split('\n').flatMap((line) => oneLine(line).trim() || [])
    const content = lines.flatMap((text, i): readonly Inline[] => [
      ...(i === 0 ? [] : [{ type: 'hardBreak' } as const]),
      { type: 'text', text, marks: [] },
    ])
    return content.length === 0 ? [] : [{ type: 'paragraph', content }]
  })
