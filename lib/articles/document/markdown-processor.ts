import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import { type Processor, unified } from 'unified'

/**
 * CommonMark with tables, strike-through and bare addresses of GFM, and nothing else: HTML is not a construct, so
 * that `<b>` is four characters; footnotes and task lists are not in the schema yet (and cost the square of the
 * brackets). GFM's second search for addresses is left out: it finds them where the writer escaped them.
 */
function closed(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    {
      disable: {
        null: [
          'htmlFlow',
          'htmlText',
          'gfmFootnoteCall',
          'gfmPotentialFootnoteCall',
          'gfmFootnoteDefinition',
          'tasklistCheck',
        ],
      },
    },
  ]
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map(({ transforms: _, ...extension }) => extension)
}

export const markdownParser = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(closed)
  .freeze()

/** GFM's own rule looks at both sides of an @ and so misses the second of `a@b@c.de`. */
function careful(this: Processor): void {
  const data = this.data()
  data.toMarkdownExtensions = [
    ...(data.toMarkdownExtensions ?? []),
    {
      unsafe: [
        {
          character: '@',
          before: '[+\\-.\\w]',
          inConstruct: 'phrasing',
          notInConstruct: ['autolink', 'link', 'image', 'label'],
        },
      ],
    },
  ]
}

export const markdownPrinter = unified()
  .use(remarkGfm, { tablePipeAlign: false, singleTilde: false })
  .use(careful)
  .use(remarkStringify, { bullet: '-', rule: '_', listItemIndent: 'one', fences: true, resourceLink: false })
  .freeze()
