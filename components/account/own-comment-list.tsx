import { excerpt } from '@/components/reader/excerpt'
import { OwnWords } from '@/components/reader/own-words'
import { Pager } from '@/components/ui/pager'
import { Time } from '@/components/ui/time'
import type { OwnCommentView, OwnState } from '@/lib/comments/comment-view'
import { printCursor } from '@/lib/kernel/paging'

/** Code points: enough to know it again. */
const SHOWN = 280

const TONES: Readonly<Record<OwnState, string>> = {
  waiting: 'text-blue',
  approved: 'text-green',
  rejected: 'text-red',
  removed: 'text-ink-3',
}

/** The page of the piece's own list that begins with this comment: there it can be changed. */
const changeAddress = ({ id, createdAt, piece, abilities }: OwnCommentView): string | null => {
  if (piece.path === null || !(abilities.edit || abilities.withdraw)) return null
  const before = printCursor({ at: Date.parse(createdAt) + 1, id: '0'.repeat(26) })
  return `${piece.path}/mine?after=${before}#comment-${id}`
}

function Row({ comment }: { comment: OwnCommentView }) {
  const { body, createdAt, piece, abilities } = comment
  const change = changeAddress(comment)
  return (
    <li className="grid gap-1 border-b border-rule py-3">
      <p className="flex flex-wrap items-baseline gap-x-2 text-caption text-ink-3">
        {piece.path === null ? (
          <span>Under a piece that is not public at the moment</span>
        ) : (
          <span className="wrap-anywhere">
            Under{' '}
            <a href={`${piece.path}#comments`} lang={piece.language}>
              <bdi>{piece.title}</bdi>
            </a>
          </span>
        )}
        <Time at={createdAt} />
      </p>
      <p className="wrap-anywhere" dir="auto">
        {excerpt(body, SHOWN)}
      </p>
      <p className={`text-caption font-medium wrap-anywhere ${TONES[comment.state]}`}>
        <OwnWords comment={comment} />
      </p>
      {change ? (
        <p className="text-caption">
          <a href={change}>{abilities.edit ? 'Edit or withdraw' : 'Withdraw'}</a>
        </p>
      ) : null}
    </li>
  )
}

/** Everything an account wrote, under every piece, a page at a time. */
export function OwnCommentList({
  comments,
  later,
  next,
}: {
  comments: readonly OwnCommentView[]
  /** Whether this page begins somewhere behind the newest. */
  later: boolean
  /** Cursor of the next page. */
  next: string | null
}) {
  return (
    <section className="mt-4 grid gap-3" aria-labelledby="comments">
      <h2 className="text-h3 font-bold" id="comments">
        Your comments
      </h2>
      {comments.length === 0 ? (
        <p className="text-ink-2">{later ? 'There is nothing more here.' : 'You have not commented yet.'}</p>
      ) : (
        <ol className="border-t border-rule">
          {comments.map((comment) => (
            <Row key={comment.id} comment={comment} />
          ))}
        </ol>
      )}
      <Pager
        label="Pages of your comments"
        back={later ? { href: '/account#comments', label: 'Newest' } : null}
        next={next === null ? null : { href: `/account?after=${next}#comments`, label: 'Older' }}
      />
    </section>
  )
}
