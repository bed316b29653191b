import { EmptyState } from '../ui/empty-state'

/** An empty list of pieces: a young publication, or a page past the last piece, with the address of the first page. */
export function NoPieces({ latest }: { latest: string | null }) {
  return (
    <EmptyState title="No items found.">
      {latest ? (
        <p>
          There is nothing older than this. <a href={latest}>Go to the latest pieces.</a>
        </p>
      ) : (
        <p>Nothing has been published here yet. The first piece will stand on this page.</p>
      )}
    </EmptyState>
  )
}
