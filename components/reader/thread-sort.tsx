import type { ThreadSort } from '@/lib/comments/comment-view'
import { rootsAddress } from './thread-address'

const ORDERS: readonly (readonly [ThreadSort, string])[] = [
  ['newest', 'Newest'],
  ['oldest', 'Oldest'],
  ['discussed', 'Most discussed'],
]

/** The orders of the thread as plain links; the one in use is marked. */
export function ThreadSortLinks({ path, sort }: { path: string; sort: ThreadSort }) {
  return (
    <nav className="thread-sort" aria-label="Order of comments">
      {ORDERS.map(([order, words]) => (
        <a key={order} href={rootsAddress(path, order)} aria-current={order === sort ? 'true' : undefined}>
          {words}
        </a>
      ))}
    </nav>
  )
}
