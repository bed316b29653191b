import type { SeriesPlaceView } from '@/lib/articles/article-view'

/** "Part 2 of 5: The ferry", beside the headline. */
export function SeriesLine({ series }: { series: SeriesPlaceView | null }) {
  if (!series) return null
  return (
    <p className="series-line">
      Part {series.part} of {series.parts}:{' '}
      <a href={series.path}>
        <bdi>{series.name}</bdi>
      </a>
    </p>
  )
}
