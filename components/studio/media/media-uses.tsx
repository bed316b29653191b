import type { MediaView } from '@/lib/media/media-view'

const count = (others: number): string =>
  others === 1 ? 'a piece of somebody else' : `${others} pieces of others`

/** Which pieces show it. */
export function MediaUses({ uses, others }: { uses: MediaView['uses']; others: number }) {
  if (uses.length === 0 && others === 0) return <p className="text-ink-3">No piece shows it.</p>
  return (
    <div>
      <p className="text-ink-2">Shown by</p>
      <ul className="list-none">
        {uses.map(({ articleId, title }) => (
          <li key={articleId}>
            <a href={`/studio/${articleId}`}>
              <bdi>{title || 'Untitled'}</bdi>
            </a>
          </li>
        ))}
        {others === 0 ? null : <li>{count(others)}</li>}
      </ul>
    </div>
  )
}
