import { Badge } from '@/components/ui/badge'
import { Time } from '@/components/ui/time'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { type ArticleStatus, PUBLIC } from '@/lib/articles/article-status'
import type { StudioRowView } from '@/lib/articles/article-view'
import { BULK_FORM } from './bulk/bulk-form'
import { STATE_TONES, STATE_WORDS } from './piece-words'
import { TwoClocks } from './two-clocks'

const WHEN: Readonly<Partial<Record<ArticleStatus, string>>> = {
  published: ' · published ',
  scheduled: ' · will be published ',
}

/** One piece in the list of the studio. */
export function PieceRow({
  row,
  now,
  zone,
  people,
}: {
  row: StudioRowView
  now: string
  /** Of the publication (IANA): what is planned is told by its clocks. */
  zone: string
  people: readonly { readonly id: string; readonly name: string }[]
}) {
  const looksAfter = people.find((one) => one.id === row.assignedToId)
  const { id, title, status, path, bylines, updatedAt, publishedAt, hasUnpublishedChanges } = row
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 py-4">
      <label className="row-span-2 flex size-6 items-center justify-center">
        <VisuallyHidden>
          Select <bdi>{title}</bdi>
        </VisuallyHidden>
        <input type="checkbox" form={BULK_FORM} name={`p-${id}`} value={row.version} className="size-4" />
      </label>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <a href={`/studio/${id}`} className="min-w-0 text-ui font-semibold wrap-anywhere">
          <bdi>{title}</bdi>
        </a>
        <Badge tone={STATE_TONES[status]}>{STATE_WORDS[status]}</Badge>
        {row.kind === 'page' ? <span className="text-ink-2">Page</span> : null}
        {row.isFeatured ? <span className="text-ink-2">★ Featured</span> : null}
        {hasUnpublishedChanges ? <span className="text-amber">Changes not published yet</span> : null}
        {PUBLIC.has(status) ? (
          <a href={path} className="ms-auto text-ink-2">
            View {row.kind}
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
            {status === 'scheduled' ? (
              <TwoClocks at={publishedAt} zones={[zone]} />
            ) : (
              <Time at={publishedAt} as="date" />
            )}
          </>
        )}
        {row.unpublishAt === null ? null : (
          <>
            {status === 'unpublished' ? ' · taken down ' : ' · comes down '}
            <TwoClocks at={row.unpublishAt} zones={[zone]} />
          </>
        )}
        {looksAfter ? (
          <>
            {' · looked after by '}
            <bdi>{looksAfter.name}</bdi>
          </>
        ) : null}
      </p>
    </li>
  )
}
