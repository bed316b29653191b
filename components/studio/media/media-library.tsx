import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Pager } from '@/components/ui/pager'
import type { FormAction } from '@/lib/http/define-action'
import type { Page } from '@/lib/kernel/paging'
import type { MediaView } from '@/lib/media/media-view'
import { StudioRooms } from '../studio-rooms'
import { MediaItem } from './media-item'
import { UploadForm } from './upload-form'

export interface MediaActions {
  readonly describe: FormAction<{ name: string }>
  readonly remove: FormAction<void>
}

export interface MediaLibraryProps {
  readonly list: Page<MediaView>
  /** Cursor of this page, '' for the first. */
  readonly after: string
  /** The picture the last request added. */
  readonly added: string | null
  /** Why the file that was just sent is not taken. */
  readonly refused: string | null
  /** Who may look after redirects as well. */
  readonly isEditor: boolean
  readonly actions: MediaActions
}

/** Every picture there is, newest first: what is said of it, where it is used, how it is put into a piece. */
export function MediaLibrary({ list: { items, next }, after, ...given }: MediaLibraryProps) {
  const { added, refused, isEditor, actions } = given
  const fresh = items.find(({ name }) => name === added)
  return (
    <main id="main" className="mx-auto max-w-sheet px-4 pb-8 sm:px-6">
      <div className="grid gap-4">
        <StudioRooms current="media" isEditor={isEditor} />
        <h1 className="text-h2 font-bold">Media</h1>
        <UploadForm refused={refused} />
        {fresh ? (
          <Notice kind="success">
            <p>{fresh.fileName} is in the library. Say what it shows, then put it into a piece.</p>
          </Notice>
        ) : null}
      </div>
      {items.length === 0 ? (
        <EmptyState title="No pictures yet.">
          {after === '' ? null : <a href="/studio/media">Look at the first page again</a>}
        </EmptyState>
      ) : (
        <ul className="mt-6 mb-6 divide-y divide-rule border-y border-rule">
          {items.map((media) => (
            <MediaItem key={media.name} media={media} actions={actions} />
          ))}
        </ul>
      )}
      <Pager
        label="Pages of the library"
        back={after === '' ? null : { href: '/studio/media', label: 'First page' }}
        next={next === null ? null : { href: `/studio/media?after=${next}`, label: 'Next page' }}
      />
    </main>
  )
}
