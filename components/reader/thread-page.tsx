import type { BranchView, ThreadSort, ThreadView } from '@/lib/comments/comment-view'
import type { ThreadPlace } from '@/lib/comments/thread-place'
import { ButtonLink } from '../ui/button'
import { Comment } from './comment'
import { branchAddress, rootsAddress } from './thread-address'
import { ThreadPicks } from './thread-picks'
import { ThreadSortLinks } from './thread-sort'
import { ThreadTrail } from './thread-trail'

const BACK: Readonly<Record<ThreadSort, string>> = {
  newest: 'Back to the newest comments',
  oldest: 'Back to the oldest comments',
  discussed: 'Back to the most discussed comments',
}

/** Level by level: a page holds some hundred comments at most. */
const idsOf = (branches: readonly BranchView[]): string[] =>
  branches.flatMap(({ comment, replies }) => [comment.id, ...idsOf(replies)])

function WaysBack({ thread, path }: { thread: ThreadView; path: string }) {
  const { branch, sort, later } = thread
  if (branch === null && !later) return null
  return (
    <p className="conversation-back">
      {branch === null ? (
        <a href={rootsAddress(path, sort)}>{BACK[sort]}</a>
      ) : (
        <>
          <a href={rootsAddress(path, 'newest')}>Back to all comments</a>
          {later ? (
            <a href={branchAddress(path, { branch, after: null })} rel="nofollow">
              Back to the first replies
            </a>
          ) : null}
        </>
      )}
    </p>
  )
}

/** One page of the thread: what stands between the form and the rest of the page, and what a fragment holds. */
export function ThreadPage({
  thread,
  place,
}: {
  thread: ThreadView
  place: Pick<ThreadPlace, 'path' | 'open'>
}) {
  const { branches, branch, later, next, sort, trail } = thread
  const { path, open } = place
  const severalRoots = branch === null && (branches.length > 1 || later || next !== null)
  const here = new Set([...trail.map(({ id }) => id), ...idsOf(branches)])
  return (
    <>
      <WaysBack thread={thread} path={path} />
      <ThreadPicks picks={thread.featured} />
      <ThreadTrail trail={trail} cut={thread.trailCut} path={path} />
      {severalRoots ? <ThreadSortLinks path={path} sort={sort} /> : null}
      <ol className={branch === null ? 'thread' : 'thread thread-branch'}>
        {branches.map((one) => (
          <Comment key={one.comment.id} branch={one} place={{ path, open, here }} />
        ))}
      </ol>
      {next === null ? null : (
        <p className="thread-more">
          <ButtonLink href={rootsAddress(path, sort, next)} rel="nofollow">
            Load More Comments
          </ButtonLink>
        </p>
      )}
    </>
  )
}
