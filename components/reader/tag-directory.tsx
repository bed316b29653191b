import type { EntryView } from '@/lib/articles/directory-view'
import { Directory } from './directory'
import { piecesText } from './words'

/** Everything pieces are about, in columns. */
export function TagDirectory({ tags }: { tags: readonly EntryView[] }) {
  return (
    <Directory
      title="Tags"
      empty={tags.length === 0}
      soon="Tags stand here from the first piece on that has one."
    >
      <ul className="entries">
        {tags.map(({ path, name, pieces }) => (
          <li key={path}>
            <a href={path}>
              <bdi>{name}</bdi>
            </a>{' '}
            <span className="entry-count">{piecesText(pieces)}</span>
          </li>
        ))}
      </ul>
    </Directory>
  )
}
