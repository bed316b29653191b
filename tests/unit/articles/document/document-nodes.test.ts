import fc from 'fast-check'
import { Schema } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { acceptDocument } from '../../../../lib/articles/document/accept-document'
import { MARK_ORDER } from '../../../../lib/articles/document/document'
import { MARKS, NODES, type NodeDescription } from '../../../../lib/articles/document/document-nodes'
import { value } from '../../../support/people'
import { someDocument } from './some-document'

/** As an editor builds its schema from the description. */
const described = (attrs: NodeDescription['attrs'] = {}) =>
  Object.fromEntries(Object.entries(attrs).map(([name, usual]) => [name, { default: usual }]))
const editor = new Schema({
  nodes: Object.fromEntries(
    Object.entries(NODES).map(([name, node]: [string, NodeDescription]) => [
      name,
      { ...node, attrs: described(node.attrs) },
    ]),
  ),
  marks: Object.fromEntries(
    Object.entries(MARKS).map(([name, mark]: [string, Pick<NodeDescription, 'attrs'>]) => [
      name,
      { attrs: described(mark.attrs), excludes: name },
    ]),
  ),
})

describe('the description of the nodes', () => {
  test('makes an editor that opens every document, and what it saves is the same document', () => {
    fc.assert(
      fc.property(someDocument, (doc) => {
        const opened = editor.nodeFromJSON(doc)
        opened.check()
        // ProseMirror leaves out what is empty.
        expect(value(acceptDocument(opened.toJSON()))).toEqual(doc)
      }),
      { numRuns: 100 },
    )
  }, 60_000)

  test('names the marks in the order they are stored', () => {
    expect(Object.keys(MARKS)).toEqual([...MARK_ORDER])
  })
})
