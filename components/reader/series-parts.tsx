import type { ArticleCardView } from '@/lib/articles/article-view'
import { PieceRow } from './piece-row'

/** The parts of a series, from the first on, each with its number. */
export function SeriesParts({ parts }: { parts: readonly ArticleCardView[] }) {
  return (
    <ol className="series-parts">
      {parts.map((piece, index) => (
        <li key={piece.slug}>
          <PieceRow piece={piece} part={index + 1} />
        </li>
      ))}
    </ol>
  )
}
