import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../../../lib/articles/document/document-schema'
import { parseMarkdown } from '../../../../lib/articles/document/parse-markdown'
import { printMarkdown } from '../../../../lib/articles/document/print-markdown'
import { value } from '../../../support/people'
import { someDocument } from './some-document'

describe('Markdown and back', () => {
  test('what is printed reads as the same document', () => {
    fc.assert(
      fc.property(someDocument, (doc) => {
        expect(readDocument(doc)).toEqual(doc)
        expect(value(parseMarkdown(printMarkdown(doc)))).toEqual(doc)
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    )
  })
})
