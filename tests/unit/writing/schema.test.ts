import { getSchema } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { documentJson } from '../../../components/studio/writing/document-json'
import { SCHEMA } from '../../../components/studio/writing/schema'
import { acceptDocument } from '../../../lib/articles/document/accept-document'
import { MARKS, NODES } from '../../../lib/articles/document/document-nodes'
import { someDocument } from '../articles/document/some-document'

const schema = getSchema([...SCHEMA])

it('has the nodes and marks of a document and no other', () => {
  expect(Object.keys(schema.nodes).sort()).toEqual(Object.keys(NODES).sort())
  expect(Object.keys(schema.marks).sort()).toEqual(Object.keys(MARKS).sort())
})

it('takes any document and gives it back as the server stores it', () => {
  fc.assert(
    fc.property(someDocument, (doc) => {
      fc.pre(doc.content.length > 0)
      const node = Node.fromJSON(schema, doc)
      node.check()
      expect(acceptDocument(JSON.parse(JSON.stringify(node.toJSON())))).toEqual({ ok: true, value: doc })
    }),
    { numRuns: 200 },
  )
})

it('is spelled as JSON block by block as the whole would be, also where blocks were spelled before', () => {
  fc.assert(
    fc.property(someDocument, (doc) => {
      fc.pre(doc.content.length > 0)
      const node = Node.fromJSON(schema, doc)
      const longer = node.replace(0, 0, node.slice(0, node.firstChild?.nodeSize ?? 0))
      for (const one of [node, longer, node]) expect(documentJson(one)).toBe(JSON.stringify(one.toJSON()))
    }),
    { numRuns: 100 },
  )
})
