import { getSchema } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import { EditorState, NodeSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { seek } from '../../../components/studio/writing/seek'
import { SCHEMA } from '../../../components/studio/writing/schema'
import { parseMarkdown } from '../../../lib/articles/document/parse-markdown'

const schema = getSchema([...SCHEMA])

const TEXT = `A rope is *a promise*.[^1] There were TK of them.

- In a list: [the weir](/articles/nowhere)

## Of hemp

![](/media/rope.jpg 'Coiled')

[^1]: Made of grass.`

const parsed = parseMarkdown(TEXT)
if (!parsed.ok) throw new Error(parsed.error.message)
const state = EditorState.create({ doc: Node.fromJSON(schema, parsed.value) })
const selected = (sought: string): string | null => {
  const found = seek(state, sought)
  if (!found) return null
  const { selection } = found
  return selection instanceof NodeSelection
    ? selection.node.type.name
    : state.doc.textBetween(selection.from, selection.to, '\n', '#')
}

describe('what is sought on the sheet', () => {
  it.each([
    ['words across marks', 'rope is a promise', 'rope is a promise'],
    ['a marker', 'TK', 'TK'],
    [
      'a paragraph cut short, with the words of its note behind it',
      'A rope is a promise. There were TK of them. Made…',
      'A rope is a promise.Made of grass. There were TK of them.',
    ],
    ['a heading', 'Of hemp', 'Of hemp'],
    ['a link by where it leads', '/articles/nowhere', 'the weir'],
    ['a picture by its address', '/media/rope.jpg', 'figure'],
    ['words that are not there', 'Of jute', null],
    ['nothing', '', null],
  ])('%s', (_, sought, expected) => {
    expect(selected(sought)).toBe(expected)
  })
})
