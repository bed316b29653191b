import { Pager } from '@/components/ui/pager'
import { Time } from '@/components/ui/time'
import type { RevisionView } from '@/lib/articles/list-revisions'
import { wordsText } from './piece-words'

const KINDS: Readonly<Record<RevisionView['kind'], string>> = {
  save: 'Saved',
  publish: 'Published',
  conflict: 'Came second',
  import: 'Imported',
  restore: 'Restored',
  takeover: 'Kept before a take-over',
  note: 'Note to readers',
}

const IS: Readonly<Record<RevisionView['is'][number], string>> = {
  draft: 'the draft',
  live: 'what readers see',
  'in conflict': 'to be settled',
}

/** Every text the piece has had; each leads to what changed since. */
export function RevisionList({
  articleId,
  items,
  next,
  now,
  first,
}: {
  articleId: string
  items: readonly RevisionView[]
  /** Number the next page begins below. */
  next: string | null
  now: string
  first: boolean
}) {
  const path = `/studio/${articleId}/revisions`
  return (
    <>
      <ol className="divide-y divide-rule border-y border-rule" reversed>
        {items.map(({ id, number, title, wordCount, author, savedAt, kind, is }, index) => (
          <li key={id} className="grid gap-1 py-3 sm:grid-cols-[3rem_minmax(0,1fr)_max-content] sm:gap-x-4">
            <span className="text-ink-3 tabular-nums">{number}</span>
            <span className="min-w-0">
              <a href={`${path}/${id}`} className="font-semibold wrap-anywhere">
                <bdi>{title || 'Untitled'}</bdi>
              </a>{' '}
              <span className="text-ink-2">
                {KINDS[kind]} by <bdi>{author}</bdi>
                {is.length > 0 ? `, ${is.map((each) => IS[each]).join(', ')}` : ''}
              </span>
            </span>
            <span className="text-caption text-ink-3 tabular-nums sm:text-end">
              {items[index + 1] ? (
                <>
                  <a href={`${path}/${items[index + 1]?.id}?with=${id}`}>What it changed</a> ·{' '}
                </>
              ) : null}
              {wordsText(wordCount)} · <Time at={savedAt} as="relative" now={now} />
            </span>
          </li>
        ))}
      </ol>
      <div className="pt-4">
        <Pager
          label="Pages of the list"
          back={first ? null : { href: path, label: 'Latest' }}
          next={next === null ? null : { href: `${path}?before=${next}`, label: 'Earlier' }}
        />
      </div>
    </>
  )
}
