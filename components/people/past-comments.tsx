import type { PastCommentView, PersonView } from '@/lib/moderation/person-view'
import { PAST, STATUS_WORDS } from '../desk/moves'
import { TextRuns } from '../desk/text-runs'
import { EmptyState } from '../ui/empty-state'
import { Pager } from '../ui/pager'
import { Time } from '../ui/time'

const RULES: Readonly<Record<string, string>> = {
  pending: 'border-dashed border-blue',
  approved: 'border-green',
}

function PastComment({ comment, now }: { comment: PastCommentView; now: string }) {
  const { body, status, at, article, decision } = comment
  return (
    <li className={`grid gap-1 border-s-3 ps-3 ${RULES[status] ?? 'border-red'}`}>
      <p className="text-caption text-ink-3 wrap-anywhere">
        {STATUS_WORDS[status] ?? status} · <Time at={at} as="relative" now={now} /> ·{' '}
        {article.path === null ? (
          <bdi>{article.title}</bdi>
        ) : (
          <a href={article.path} className="text-ink-2">
            <bdi>{article.title}</bdi>
          </a>
        )}
      </p>
      <p dir="auto" className="line-clamp-6 max-w-[72ch] whitespace-pre-wrap wrap-anywhere">
        <TextRuns runs={body} />
      </p>
      {decision ? (
        <p className="text-caption text-ink-2 wrap-anywhere">
          <bdi className="font-semibold">{decision.by}</bdi> {PAST[decision.move] ?? decision.move}
          {decision.reason ? `: ${decision.reason}` : ''}
        </p>
      ) : null}
    </li>
  )
}

/** What somebody wrote and what became of it, newest first. */
export function PastComments({ person, later, now }: { person: PersonView; later: boolean; now: string }) {
  const { history, path, next } = person
  return (
    <section className="grid min-w-0 content-start gap-4" aria-labelledby="history">
      <h2 id="history" className="font-bold">
        Comments
      </h2>
      {history.length === 0 ? (
        <EmptyState title="Nothing was written" as="p" />
      ) : (
        <ol className="grid gap-5">
          {history.map((comment) => (
            <PastComment key={comment.id} comment={comment} now={now} />
          ))}
        </ol>
      )}
      <Pager
        label="Pages of comments"
        back={later ? { href: path, label: 'Newest' } : null}
        next={next === null ? null : { href: `${path}?after=${encodeURIComponent(next)}`, label: 'Older' }}
      />
    </section>
  )
}
