import type { Node, Text } from 'mdast'

/** What of the printer's state is used here, and of what it knows around a text. */
interface Printer {
  readonly indexStack: readonly number[]
  safe(value: string, around: Around): string
}

interface Around {
  readonly before: string
  readonly after: string
  readonly beforeNode?: Node | undefined
  readonly afterNode?: Node | undefined
}

/**
 * The signs that Markdown gives a meaning, a dot or a dash that no letter stands before (`12. `, `www.`, `- `), and
 * blanks at the edge of a line. Commas, quotation marks and the like mean nothing but themselves.
 */
const MAY_MEAN_MORE = /[!#&()*+:<=>@[\\\]_`|~\p{Cc}]|^ | $|(?<![A-VX-Za-vx-z])[-.]/u

const isPlain = (words: string): boolean => !MAY_MEAN_MORE.test(words)

const print = (
  node: Text,
  parent: { readonly children: readonly Node[] } | undefined,
  state: Printer,
  around: Around,
): string => {
  if (isPlain(node.value)) return node.value
  const [siblings, index] = [parent?.children ?? [], state.indexStack.at(-1) ?? 0]
  return state.safe(node.value, {
    ...around,
    beforeNode: siblings[index - 1],
    afterNode: siblings[index + 1],
  })
}

/**
 * A text as Markdown, as remark prints it. Words in which no sign can mean more are printed as they are, without trying
 * each of the patterns of what could be unsafe: most lines are such, and there can be a hundred thousand.
 */
export const printWords = Object.assign(print, {
  /** Only how it begins is asked, for whatever stands before it. */
  peek: (...[node, ...rest]: Parameters<typeof print>): string =>
    /^[\p{L}\p{N}]/u.test(node.value) ? node.value : print(node, ...rest),
})
