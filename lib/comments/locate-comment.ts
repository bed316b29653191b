import { articlePath } from '../articles/article-path'
import type { Instant } from '../kernel/clock'
import { ID_PATTERN } from '../kernel/ids'
import { printThreadCursor } from '../kernel/paging'
import type { Ports } from '../ports'
import { pageOfRoots } from './thread-page'
import type { ThreadRow } from './thread-reader'

type Deps = Pick<Ports, 'threadReader'>
type Place = ThreadRow & { readonly articleId: string }

/** Whether it stands on the page everybody sees first. */
const onFirstPage = async (deps: Deps, { articleId, id, rootId }: Place, now: Instant): Promise<boolean> => {
  const first = { articleId, sort: 'newest', after: null } as const
  const { tops, replies } = await pageOfRoots(deps, first, now)
  if (tops.every((root) => root.id !== rootId)) return false
  return id === rootId || replies.some(({ rows }) => rows.some((row) => row.id === id))
}

/** The page that begins with this root: it goes on behind the next newer one. */
const pageFrom = async (
  { threadReader }: Deps,
  { articleId, createdAt, id }: Place,
  now: Instant,
): Promise<string> => {
  const after = { size: null, at: createdAt, id }
  const [newer] = await threadReader.roots(articleId, now, { sort: 'oldest', after, limit: 0 })
  return newer ? `?after=${printThreadCursor({ size: null, at: newer.createdAt, id: newer.id })}` : ''
}

/**
 * Where a comment stands: the page of its thread that holds it, and the place on it. The first page if it stands
 * there; else a root begins a page of roots, and a reply has a page of its own branch. Costs the same wherever it is:
 * nothing is counted. Null for a hidden one exactly as for one that never was.
 */
export const locateComment = async (
  { threadReader, clock }: Pick<Ports, 'threadReader' | 'clock'>,
  { commentId }: { readonly commentId: string },
): Promise<{ path: string } | null> => {
  if (!ID_PATTERN.test(commentId)) return null
  const now = clock.now()
  const comment = await threadReader.visible(commentId, now)
  if (!comment) return null
  const query = async (): Promise<string> => {
    if (await onFirstPage({ threadReader }, comment, now)) return ''
    return comment.depth === 0 ? pageFrom({ threadReader }, comment, now) : `?branch=${comment.id}`
  }
  return { path: `${articlePath(comment.slug)}${await query()}#comment-${comment.id}` }
}
