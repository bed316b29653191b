import { EmptyState } from '../ui/empty-state'

/** An empty list of pieces: a young publication, or a page past the last piece. */
export function NoPieces({ later }: { later: boolean }) {
  return (
    <EmptyState title="No items found.">
      {later ? (
        <p>
          There is nothing older than this. <a href="/">Go to the latest pieces.</a>
        </p>
      ) : (
        <p>Nothing has been published here yet. The first piece will stand on this page.</p>
      )}
    </EmptyState>
  )
}
