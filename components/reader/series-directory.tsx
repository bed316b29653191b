import type { EntryView } from '@/lib/articles/directory-view'
import { Directory } from './directory'
import { partsText } from './words'

/** Everything that comes out in parts. */
export function SeriesDirectory({ series }: { series: readonly EntryView[] }) {
  return (
    <Directory title="Series" empty={series.length === 0} soon="Series stand here from their first part on.">
      <ul className="entries">
        {series.map(({ path, name, pieces }) => (
          <li key={path}>
            <a href={path}>
              <bdi>{name}</bdi>
            </a>{' '}
            <span className="entry-count">{partsText(pieces)}</span>
          </li>
        ))}
      </ul>
    </Directory>
  )
}
