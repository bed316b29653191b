import { Extension, InputRule, markInputRule, textblockTypeInputRule, wrappingInputRule } from '@tiptap/core'
import type { MarkType, NodeType, Schema } from '@tiptap/pm/model'
import { NodeSelection } from '@tiptap/pm/state'
import { CALLOUT_TONES } from '@/lib/articles/document/document'
import { safeHref } from '@/lib/articles/document/safe-href'

const nodeOf = ({ nodes }: Schema, name: string): NodeType => {
  const type = nodes[name]
  if (!type) throw new Error(`The schema has no ${name}.`)
  return type
}
const markOf = ({ marks }: Schema, name: string): MarkType => {
  const type = marks[name]
  if (!type) throw new Error(`The schema has no mark ${name}.`)
  return type
}

/** `[^` and `]`: a note, opened to be written. */
const note = (schema: Schema): InputRule =>
  new InputRule({
    find: /\[\^[^\]]*\]$/,
    handler: ({ state, range, match }) => {
      const words = match[0].slice(2, -1).replace(/^\d+$/, '')
      const made = nodeOf(schema, 'footnote').create(null, words === '' ? null : schema.text(words))
      const { tr } = state
      tr.replaceWith(range.from, range.to, made)
      tr.setSelection(NodeSelection.create(tr.doc, range.from))
    },
  })

/** `[words](address)` */
const link = (schema: Schema): InputRule =>
  new InputRule({
    find: /(?<!!)\[([^[\]^][^[\]]*)\]\(([^()\s]+)\)$/,
    handler: ({ state, range, match }) => {
      const href = safeHref(match[2] ?? '')
      if (href === null) return null
      const { tr } = state
      tr.replaceWith(
        range.from,
        range.to,
        schema.text(match[1] ?? '', [markOf(schema, 'link').create({ href })]),
      )
      tr.removeStoredMark(markOf(schema, 'link'))
    },
  })

/** `---` on a line of its own. */
const rule = (schema: Schema): InputRule =>
  new InputRule({
    find: /^(?:---|___|\*\*\*)$/,
    handler: ({ state, range }) => {
      const at = state.doc.resolve(range.from)
      if (at.depth !== 1) return null
      state.tr.replaceWith(at.before(), at.after(), [
        nodeOf(schema, 'horizontalRule').create(),
        nodeOf(schema, 'paragraph').create(),
      ])
    },
  })

/** Markdown as it is typed becomes what it means. */
export const MarkdownKeys = Extension.create({
  name: 'markdownKeys',
  addInputRules() {
    const { schema } = this.editor
    const mark = (name: string, find: RegExp): InputRule =>
      markInputRule({ find, type: markOf(schema, name) })
    return [
      textblockTypeInputRule({
        find: /^(#{1,4})\s$/,
        type: nodeOf(schema, 'heading'),
        getAttributes: (match) => ({ level: Math.max(2, match[1]?.length ?? 2) }),
      }),
      textblockTypeInputRule({
        find: /^(?:```|~~~)([\w+#.-]*)\s$/,
        type: nodeOf(schema, 'codeBlock'),
        getAttributes: (match) => ({ language: match[1] ?? '' }),
      }),
      wrappingInputRule({ find: /^>\s$/, type: nodeOf(schema, 'blockquote') }),
      wrappingInputRule({ find: /^[-+*]\s$/, type: nodeOf(schema, 'bulletList') }),
      wrappingInputRule({
        find: /^(\d{1,9})[.)]\s$/,
        type: nodeOf(schema, 'orderedList'),
        getAttributes: (match) => ({ start: Number(match[1]) }),
        joinPredicate: (match, before) => before.childCount + Number(before.attrs.start) === Number(match[1]),
      }),
      wrappingInputRule({
        find: new RegExp(`^:::(${CALLOUT_TONES.join('|')})\\s$`),
        type: nodeOf(schema, 'callout'),
        getAttributes: (match) => ({ tone: match[1] }),
      }),
      rule(schema),
      note(schema),
      link(schema),
      mark('strong', /(?:^|[\s(“"])(\*\*(?!\s)([^*]+)(?<!\s)\*\*)$/),
      mark('strong', /(?:^|[\s(“"])(__(?!\s)([^_]+)(?<!\s)__)$/),
      mark('em', /(?:^|[\s(“"])(\*(?!\s)([^*]+)(?<!\s)\*)$/),
      mark('em', /(?:^|[\s(“"])(_(?!\s)([^_]+)(?<!\s)_)$/),
      mark('strike', /(?:^|\s)(~~(?!\s)([^~]+)(?<!\s)~~)$/),
      mark('code', /(?:^|[\s(])(`([^`]+)`)$/),
    ]
  },
})
