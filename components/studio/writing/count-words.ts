import type { Node } from '@tiptap/pm/model'
import { lineOf } from './marked-words'

const known = new WeakMap<Node, { readonly language: string; readonly words: number }>()

const segmenters = new Map<string, Intl.Segmenter>()
const segmenterOf = (language: string): Intl.Segmenter => {
  const before = segmenters.get(language)
  if (before) return before
  let made: Intl.Segmenter
  try {
    made = new Intl.Segmenter(language, { granularity: 'word' })
  } catch {
    // A tag half typed.
    made = new Intl.Segmenter('en', { granularity: 'word' })
  }
  segmenters.set(language, made)
  return made
}

const wordsIn = (block: Node, language: string): number => {
  const before = known.get(block)
  if (before?.language === language) return before.words
  let words = 0
  for (const { isWordLike } of segmenterOf(language).segment(lineOf(block))) if (isWordLike) words += 1
  block.descendants((node) => {
    if (node.type.name === 'footnote') words += wordsIn(node, language)
    return false
  })
  known.set(block, { language, words })
  return words
}

/** Words of a document; what did not change since the last time is not counted again. */
export const countWords = (doc: Node, language: string): number => {
  let words = 0
  doc.descendants((node) => {
    if (!node.isTextblock) return true
    words += wordsIn(node, language)
    return false
  })
  return words
}
