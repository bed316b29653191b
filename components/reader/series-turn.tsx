import type { SeriesPlaceView } from '@/lib/articles/article-view'
import { Neighbour } from './neighbour'

/** Below the last line of a part: the parts before and after it; nothing while there is only one. */
export function SeriesTurn({ series }: { series: SeriesPlaceView | null }) {
  if (!series || series.parts < 2) return null
  const { name, path, part, parts, earlier, later } = series
  return (
    <nav className="series-turn" aria-labelledby="series-title">
      <h2 className="series-title" id="series-title">
        <a href={path}>
          <bdi>{name}</bdi>
        </a>{' '}
        <span className="series-count">
          Part {part} of {parts}
        </span>
      </h2>
      <div className="series-ways">
        {earlier ? <Neighbour piece={earlier} side="prev" label={`Part ${part - 1}`} /> : null}
        {later ? <Neighbour piece={later} side="next" label={`Part ${part + 1}`} /> : null}
      </div>
    </nav>
  )
}
