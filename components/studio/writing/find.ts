import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { type Span, lineOf } from './marked-words'

export interface Search {
  readonly words: string
  readonly exactCase: boolean
}

interface Found extends Search {
  readonly spans: readonly Span[]
  readonly shown: DecorationSet
}

/** More is another question. */
const MOST = 2_000
const NOTHING: Found = { words: '', exactCase: false, spans: [], shown: DecorationSet.empty }

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const spansIn = (doc: Node, { words, exactCase }: Search): readonly Span[] => {
  if (words === '') return []
  const pattern = new RegExp(escaped(words), exactCase ? 'gu' : 'giu')
  const spans: Span[] = []
  doc.descendants((node, at) => {
    if (!node.isTextblock) return spans.length < MOST
    for (const { index, 0: hit } of lineOf(node).matchAll(pattern))
      spans.push({ from: at + 1 + index, to: at + 1 + index + hit.length })
    return false
  })
  return spans.slice(0, MOST)
}

const look = (doc: Node, search: Search): Found => {
  const spans = spansIn(doc, search)
  const shown = spans.map(({ from, to }) => Decoration.inline(from, to, { class: 'found-word' }))
  return { ...search, spans, shown: DecorationSet.create(doc, shown) }
}

const key = new PluginKey<Found>('find')

/** Marks what is looked for. */
export const findPlugin = new Plugin<Found>({
  key,
  state: {
    init: () => NOTHING,
    apply: (change, was) => {
      const asked: Search | undefined = change.getMeta(key)
      if (asked) return look(change.doc, asked)
      return change.docChanged && was.words !== '' ? look(change.doc, was) : was
    },
  },
  props: { decorations: (state) => key.getState(state)?.shown },
})

export const search = (state: EditorState, asked: Search): Transaction => state.tr.setMeta(key, asked)

/** How many places there are, and which of them is selected (from 1; 0 for none). */
export const foundIn = (state: EditorState): { readonly count: number; readonly current: number } => {
  const spans = key.getState(state)?.spans ?? []
  const { from, to } = state.selection
  return { count: spans.length, current: spans.findIndex((span) => span.from === from && span.to === to) + 1 }
}

/** Selects the next or the last place from where the cursor is; around the ends. */
export const step = (state: EditorState, direction: 1 | -1): Transaction | null => {
  const spans = key.getState(state)?.spans ?? []
  const { from, to } = state.selection
  const next =
    direction === 1
      ? (spans.find((span) => span.from >= to && !(span.from === from && span.to === to)) ?? spans[0])
      : (spans.findLast((span) => span.to <= from) ?? spans.at(-1))
  if (!next) return null
  return state.tr.setSelection(TextSelection.create(state.doc, next.from, next.to)).scrollIntoView()
}

const put = (tr: Transaction, { from, to }: Span, words: string): Transaction => {
  const marks = tr.doc.resolve(from).marksAcross(tr.doc.resolve(to)) ?? []
  return words === '' ? tr.delete(from, to) : tr.replaceWith(from, to, tr.doc.type.schema.text(words, marks))
}

/** Puts other words in the selected place; null when none is selected. */
export const replaceOne = (state: EditorState, words: string): Transaction | null => {
  const spans = key.getState(state)?.spans ?? []
  const span = spans[foundIn(state).current - 1]
  return span ? put(state.tr, span, words) : null
}

export const replaceAll = (state: EditorState, words: string): Transaction =>
  (key.getState(state)?.spans ?? []).toReversed().reduce((tr, span) => put(tr, span, words), state.tr)
