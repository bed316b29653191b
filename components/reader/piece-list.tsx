import type { ArticleCardView } from '@/lib/articles/article-view'
import type { PieceListView } from '@/lib/articles/piece-list'
import { listTitle } from './list-title'
import { SeriesParts } from './series-parts'
import { PieceRows } from './piece-rows'

/** What kind of list it is, and where all of that kind stand. */
const KINDS = {
  tag: { name: 'Tag', all: '/tags' },
  author: { name: 'Author', all: '/authors' },
  series: { name: 'Series', all: '/series' },
  period: { name: 'Archive', all: '/archive' },
} as const

/** Pieces with a tag, of an author, of a series, of a time: ruled rows under a heading. */
export function PieceList({
  list,
  pieces,
  next,
  later,
}: {
  list: PieceListView
  pieces: readonly ArticleCardView[]
  next: string | null
  /** Whether this is a page after the first. */
  later: boolean
}) {
  const { title, path } = list
  const { name, all } = KINDS[title.kind]
  return (
    <div className="h-feed">
      <data className="u-url" value={path} hidden />
      <header className={title.kind === 'author' ? 'list-head p-author h-card' : 'list-head'}>
        <p className="list-kind">
          <a href={all}>{name}</a>
        </p>
        <h1 className="plain-title">
          <bdi className="p-name">{listTitle(title)}</bdi>
        </h1>
        {title.kind === 'author' && title.bio ? (
          <p className="list-note p-note" dir="auto">
            {title.bio}
          </p>
        ) : null}
      </header>
      {title.kind === 'series' ? (
        <SeriesParts parts={pieces} />
      ) : (
        <PieceRows pieces={pieces} path={path} next={next} later={later} />
      )}
    </div>
  )
}
