import { ID_PATTERN } from '../kernel/ids'
import { parseThreadCursor } from '../kernel/paging'
import { THREAD_SORTS, type ThreadQuestion, type ThreadSort } from './comment-view'

type Fields = Readonly<Record<'sort' | 'after' | 'branch', string | null>>

const parseSort = (text: string | null): ThreadSort => THREAD_SORTS.find((sort) => sort === text) ?? 'newest'

/** How places are named in a list: replies always go by time, roots by size too in the order of discussion. */
export const cursorKind = ({ sort, branch }: ThreadQuestion): 'time' | 'size' =>
  branch === undefined && sort === 'discussed' ? 'size' : 'time'

/**
 * The page of a thread that an address asks for (`?sort=&after=&branch=`). An order we do not have counts as not given;
 * null for a place that no page of ours can have printed.
 */
export const parseThreadQuestion = ({ sort, after, branch }: Fields): ThreadQuestion | null => {
  if (branch !== null && !ID_PATTERN.test(branch)) return null
  const question: ThreadQuestion = { sort: parseSort(sort), ...(branch !== null && { branch }) }
  if (after === null) return question
  return parseThreadCursor(after, cursorKind(question)) && { ...question, after }
}
