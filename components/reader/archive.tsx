import type { YearView } from '@/lib/articles/directory-view'
import { Directory } from './directory'
import { monthName } from './list-title'
import { piecesText } from './words'

/** Every year, and its months with what came out in them. */
export function Archive({ years }: { years: readonly YearView[] }) {
  return (
    <Directory
      title="Archive"
      empty={years.length === 0}
      soon="Pieces stand here from the moment they are published."
    >
      {years.map(({ path, year, pieces, months }) => (
        <section key={year} className="year" aria-labelledby={`year-${year}`}>
          <h2 className="year-title" id={`year-${year}`}>
            <a href={path}>{year}</a> <span className="entry-count">{piecesText(pieces)}</span>
          </h2>
          <ul className="entries">
            {months.map((month) => (
              <li key={month.month}>
                <a href={month.path}>{monthName(month.month)}</a>{' '}
                <span className="entry-count">{piecesText(month.pieces)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Directory>
  )
}
