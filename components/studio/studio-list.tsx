import { ActionButton } from '@/components/account/action-button'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/pager'
import { Tabs } from '@/components/ui/tabs'
import type { ChangedMany } from '@/lib/articles/change-many'
import type { ArticleStatus } from '@/lib/articles/article-status'
import type { StudioList as Listed } from '@/lib/articles/list-articles'
import type { FilterChoices } from '@/lib/articles/list-filters'
import type { FormAction } from '@/lib/http/define-action'
import { BulkBar, BulkDone } from './bulk/bulk-bar'
import { FilterForm } from './filter-form'
import { PieceRow } from './piece-row'
import { StudioRooms } from './studio-rooms'
import { STUDIO_TABS, type StudioFilter, type StudioTab, studioPath } from './studio-tabs'

export interface StudioListProps {
  readonly list: Listed
  readonly status: ArticleStatus | null
  readonly filter: StudioFilter
  readonly choices: FilterChoices
  /** Cursor of this page, '' for the first. */
  readonly after: string
  /** ISO 8601. */
  readonly now: string
  /** The publication's time zone (IANA). */
  readonly zone: string
  /** Who may look after redirects as well. */
  readonly isEditor: boolean
  /** Who can look after a piece; [] for whoever may not say. */
  readonly people: readonly { readonly id: string; readonly name: string }[]
  /** What the last move did to the pieces that were ticked. */
  readonly changed: ChangedMany | null
  readonly bulk: FormAction<ChangedMany>
  readonly create: FormAction<{ articleId: string }>
}

/** Every piece this person may open, last changed first. */
export function StudioList({
  list: { rows, counts },
  status,
  filter,
  choices,
  after,
  now,
  zone,
  isEditor,
  people,
  changed,
  bulk,
  create,
}: StudioListProps) {
  const countOf = (tab: StudioTab): number | undefined => {
    if (counts === null) return undefined
    return tab.status === null
      ? Object.entries(counts).reduce((sum, [status, count]) => (status === 'trashed' ? sum : sum + count), 0)
      : counts[tab.status]
  }
  return (
    <main id="main" className="mx-auto max-w-sheet px-4 pb-8 sm:px-6">
      <StudioRooms current="pieces" isEditor={isEditor} />
      <div className="flex flex-wrap items-center justify-between gap-4 pt-2">
        <h1 className="text-h2 font-bold">Studio</h1>
        <div className="flex flex-wrap gap-3">
          {isEditor ? (
            <ActionButton action={create} fields={{ kind: 'page' }}>
              New page
            </ActionButton>
          ) : null}
          <ActionButton kind="primary" action={create}>
            New piece
          </ActionButton>
        </div>
      </div>
      <div className="mt-3 max-sm:[&_.tabs]:flex-wrap max-sm:[&_.tabs]:gap-x-4">
        <Tabs
          label="Pieces"
          items={STUDIO_TABS.map((tab) => ({
            href: studioPath(tab.status, filter),
            label: tab.label,
            count: countOf(tab),
            current: tab.status === status,
          }))}
        />
      </div>
      {changed ? <BulkDone changed={changed} /> : null}
      <FilterForm key={studioPath(status, filter)} status={status} filter={filter} choices={choices} />
      {rows.items.length === 0 ? (
        <EmptyState
          title={rows.next === null ? 'No items found.' : 'Nothing among these; go on to the next page.'}
        >
          {after === '' ? null : <a href={studioPath(status, filter)}>Look at the first page again</a>}
        </EmptyState>
      ) : (
        <>
          <ul className="divide-y divide-rule border-b border-rule">
            {rows.items.map((row) => (
              <PieceRow key={row.id} row={row} now={now} zone={zone} people={people} />
            ))}
          </ul>
          <BulkBar action={bulk} status={status} people={people} back={studioPath(status, filter, after)} />
        </>
      )}
      <Pager
        label="Pages of the list"
        back={after === '' ? null : { href: studioPath(status, filter), label: 'First page' }}
        next={rows.next === null ? null : { href: studioPath(status, filter, rows.next), label: 'Next page' }}
      />
    </main>
  )
}
