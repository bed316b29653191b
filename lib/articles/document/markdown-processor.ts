import { directiveFromMarkdown, directiveToMarkdown } from 'mdast-util-directive'
import { directive } from 'micromark-extension-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import { type Processor, unified } from 'unified'
import { printWords } from './print-words'

/**
 * CommonMark with tables, strike-through, bare addresses and footnotes of GFM, and `:::blocks` and `::lines` for what
 * Markdown has no signs for (docs/markdown.md); nothing else: HTML is not a construct, so that `<b>` is four characters;
 * task lists are not in the schema, and `:words` in a line are words. GFM's second search for addresses is left out: it
 * finds them where the writer escaped them.
 */
function closed(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    { flow: directive().flow ?? {} },
    { disable: { null: ['htmlFlow', 'htmlText', 'tasklistCheck'] } },
  ]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), directiveFromMarkdown()]
    .flat()
    .map(({ transforms: _, ...extension }) => extension)
}

export const markdownParser = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(closed)
  .freeze()

/** What other rules miss: GFM's own looks at both sides of an @ and so passes over the second of `a@b@c.de`. */
function careful(this: Processor): void {
  const data = this.data()
  data.toMarkdownExtensions = [
    ...(data.toMarkdownExtensions ?? []),
    { handlers: directiveToMarkdown().handlers ?? {} },
    { handlers: { text: printWords } },
    {
      unsafe: [
        // Only at the start of a line: elsewhere a colon is a colon.
        { atBreak: true, before: ':+', character: ':' },
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
