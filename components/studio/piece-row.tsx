import { Badge } from '@/components/ui/badge'
import { Time } from '@/components/ui/time'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { type ArticleStatus, PUBLIC } from '@/lib/articles/article-status'
import type { StudioRowView } from '@/lib/articles/article-view'
import { STATE_TONES, STATE_WORDS } from './piece-words'

const WHEN: Readonly<Partial<Record<ArticleStatus, string>>> = {
  published: ' · published ',
  scheduled: ' · will be published ',
}

/** One piece in the list of the studio. */
export function PieceRow({ row, now }: { row: StudioRowView; now: string }) {
  const { id, title, status, path, bylines, updatedAt, publishedAt, hasUnpublishedChanges } = row
  return (
    <li className="grid gap-1 py-4">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <a href={`/studio/${id}`} className="min-w-0 text-ui font-semibold wrap-anywhere">
          <bdi>{title}</bdi>
        </a>
        <Badge tone={STATE_TONES[status]}>{STATE_WORDS[status]}</Badge>
        {hasUnpublishedChanges ? <span className="text-amber">Changes not published yet</span> : null}
        {PUBLIC.has(status) ? (
          <a href={path} className="ms-auto text-ink-2">
            View piece
            <VisuallyHidden>
              : <bdi>{title}</bdi>
            </VisuallyHidden>
          </a>
        ) : null}
      </div>
      <p className="text-caption text-ink-3">
        {bylines.map(({ slug, name }, index) => (
          <span key={slug}>
            {index === 0 ? 'By ' : ', '}
            <bdi>{name}</bdi>
          </span>
        ))}
        {bylines.length === 0 ? 'Changed ' : ' · changed '}
        <Time at={updatedAt} as="relative" now={now} />
        {publishedAt === null ? null : (
          <>
            {WHEN[status] ?? ' · first published '}
            <Time at={publishedAt} as={status === 'scheduled' ? 'moment' : 'date'} />
          </>
        )}
      </p>
    </li>
  )
}
