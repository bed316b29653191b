import type { AuthorEntryView } from '@/lib/articles/directory-view'
import { Directory } from './directory'
import { piecesText } from './words'

/** Everybody who has written here. */
export function AuthorDirectory({ authors }: { authors: readonly AuthorEntryView[] }) {
  return (
    <Directory
      title="Authors"
      empty={authors.length === 0}
      soon="Whoever writes here stands on this page from their first piece on."
    >
      <ul className="entries entries-tall">
        {authors.map(({ path, name, bio, pieces }) => (
          <li key={path}>
            <a href={path} rel="author">
              <bdi>{name}</bdi>
            </a>{' '}
            <span className="entry-count">{piecesText(pieces)}</span>
            {bio ? (
              <p className="entry-note" dir="auto">
                {bio}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </Directory>
  )
}
