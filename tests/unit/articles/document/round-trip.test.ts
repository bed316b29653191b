import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Doc } from '../../../../lib/articles/document/document'
import { readDocument } from '../../../../lib/articles/document/document-schema'
import { parseMarkdown } from '../../../../lib/articles/document/parse-markdown'
import { printMarkdown } from '../../../../lib/articles/document/print-markdown'
import { printedAtMost } from '../../../../lib/articles/document/printed-at-most'
import { renderHtml } from '../../../../lib/articles/document/render-html'
import { sanitizeArticle } from '../../../../lib/articles/document/sanitize-article'
import { value } from '../../../support/people'
import { someDocument } from './some-document'

const parse = (markdown: string): Doc => value(parseMarkdown(markdown))

/** What must hold for any text at all: it is a document of the schema, and saving it again changes nothing. */
const expectStable = (markdown: string): Doc => {
  const doc = parse(markdown)
  expect(readDocument(doc), markdown).toEqual(doc)
  expect(parse(printMarkdown(doc)), markdown).toEqual(doc)
  return doc
}

const TAG =
  /^<\/?(?:p|h[2-4]|[uo]l|li|blockquote|pre|code|[hb]r|table|t(?:head|body|r|h|d)|fig(?:ure|caption)|img|a|strong|em|del|div|s(?:up|pan|mall))(?: |>)/
const ATTRIBUTE =
  /^(?:(?:dir|title|id|start|scope|align|alt|loading|fetchpriority|decoding|role|rel|class|aria-label|tabindex|data-[a-z]+)="|src="\/[^/]|href="(?:https?:\/\/|mailto:|[/#?]))/i

/** Nothing but the closed set of elements and attributes. (`<` and `>` in text and values are escaped.) */
const expectHarmless = (html: string): void => {
  for (const [tag] of html.matchAll(/<[^>]*>?/g)) {
    expect(tag).toMatch(TAG)
    for (const [attribute] of tag.matchAll(/[^\s<>="]+(?:="[^"]*")?(?=[ >])/g)) {
      if (attribute !== '/' && !tag.startsWith(`</`) && !tag.startsWith(`<${attribute}`))
        expect(attribute).toMatch(ATTRIBUTE)
    }
  }
}

describe('a document', () => {
  test('printed as Markdown reads as the same document, and the second wall finds nothing in its HTML', () => {
    fc.assert(
      fc.property(someDocument, (doc) => {
        expect(readDocument(doc)).toEqual(doc)
        const printed = printMarkdown(doc)
        expect(parse(printed)).toEqual(doc)
        expect(printed.length).toBeLessThanOrEqual(printedAtMost(doc))
        const html = renderHtml(doc, 'ltr')
        expect(sanitizeArticle(html)).toBe(html)
        expectHarmless(html)
      }),
      { numRuns: 250 },
    )
  }, 120_000)

  test('made of any characters is stable and harmless', () => {
    const signs = fc.constantFrom(
      ...'ab \n\n\t*_~`[]()<>#+-=|\\:/&;!"\'1.{}',
      '    ',
      '> ',
      '- ',
      '](/x)',
      '![',
      '<a href=',
      'javascript:',
      '&#0;',
      '&lt;',
      '```\n',
      '|-|\n',
      'http://',
      '[a]: /b',
      '[^1]',
      '\n[^1]: ',
      '\n:::figure{wide}\n',
      '\n:::note\n',
      '::video{url="http://a.b"}',
    )
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 40 }), (parts) => {
        expectHarmless(renderHtml(expectStable(parts.join('')), 'rtl'))
      }),
      { numRuns: 400 },
    )
  }, 120_000)
})

const SHARED = new URL('../../../../../shared/testdata/', import.meta.url)
const [XSS, NAUGHTY] = [new URL('xss/dompurify-expect.json', SHARED), new URL('text/blns.json', SHARED)]
const absent = (file: URL): string => (existsSync(file) ? '' : ' (skipped: the shared test data is not here)')

describe('texts that others collected', () => {
  test.skipIf(!existsSync(XSS))(`script injections stay text${absent(XSS)}`, () => {
    const cases: unknown = JSON.parse(readFileSync(XSS, 'utf8'))
    const payloads = Array.isArray(cases) ? cases.map((one: { payload: unknown }) => String(one.payload)) : []
    expect(payloads.length).toBeGreaterThan(100)
    for (const payload of payloads) {
      for (const text of [
        payload,
        `[x](${payload})`,
        `![${payload}](/a.png "${payload}")`,
        `\`\`\`${payload}`,
      ])
        expectHarmless(renderHtml(expectStable(text), 'ltr'))
    }
  })

  test.skipIf(!existsSync(NAUGHTY))(`naughty strings stay what they are${absent(NAUGHTY)}`, () => {
    const strings: unknown = JSON.parse(readFileSync(NAUGHTY, 'utf8'))
    expect(strings).toBeInstanceOf(Array)
    for (const text of Array.isArray(strings) ? strings.map(String) : [])
      expectHarmless(renderHtml(expectStable(text), 'ltr'))
  })
})
