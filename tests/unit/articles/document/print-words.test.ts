import fc from 'fast-check'
import type { PhrasingContent, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { printWords } from '../../../../lib/articles/document/print-words'

const printer = (isOurs: boolean) =>
  unified()
    .use(remarkGfm)
    .use(remarkStringify, isOurs ? { handlers: { text: printWords } } : {})
    .freeze()

const [ours, remarks] = [printer(true), printer(false)]

const words = fc
  .array(
    fc.constantFrom(
      'a',
      'w',
      'W',
      's',
      'é',
      '你',
      '😀',
      '1',
      '12',
      ' ',
      ...'.-,;:!?\'"()[]{}<>*_`~#+=&@|\\/%$^',
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((signs) => signs.join(''))

const line: fc.Arbitrary<PhrasingContent> = fc.oneof(
  { weight: 4, arbitrary: words.map((value): PhrasingContent => ({ type: 'text', value })) },
  words.map((value): PhrasingContent => ({ type: 'strong', children: [{ type: 'text', value }] })),
  words.map((value): PhrasingContent => ({ type: 'link', url: '/a', children: [{ type: 'text', value }] })),
  fc.constant<PhrasingContent>({ type: 'break' }),
)

test('words that are printed without trying every pattern come out as remark prints them', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.boolean(), (children, isHeading) => {
      const tree: Root = {
        type: 'root',
        children: [isHeading ? { type: 'heading', depth: 2, children } : { type: 'paragraph', children }],
      }
      expect(ours.stringify(tree)).toBe(remarks.stringify(tree))
    }),
    { numRuns: 3_000 },
  )
})
