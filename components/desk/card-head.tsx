import { Badge } from '@/components/ui/badge'
import { Time } from '@/components/ui/time'
import type { QueueCardView } from '@/lib/moderation/queue-view'
import { STATUS_WORDS } from './moves'

/** Who wrote, where and when, and in which state the comment is. */
export function CardHead({ card, now, id }: { card: QueueCardView; now: string; id: string }) {
  const { name, byStaff, signedIn, createdAt, article, status, shownBody } = card
  return (
    <header className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5 text-ink-3">
      <h2 id={id} className="wrap-anywhere">
        <a href={card.authorPath} className="font-bold text-ink">
          <bdi>{name || 'No Name Set'}</bdi>
        </a>
        {' on '}
        {article.isPublic ? (
          <a href={article.path} className="text-ink">
            <bdi>{article.title}</bdi>
          </a>
        ) : (
          <>
            <bdi className="text-ink">{article.title}</bdi> (not public)
          </>
        )}
      </h2>
      {byStaff ? <Badge tone="blue">Staff</Badge> : signedIn ? <Badge>Account</Badge> : null}
      <span className="flex gap-x-2 text-caption">
        <Time at={createdAt} as="relative" now={now} />
        <span aria-hidden="true">·</span>
        <span>{shownBody === null ? (STATUS_WORDS[status] ?? status) : 'edit waiting'}</span>
      </span>
    </header>
  )
}
