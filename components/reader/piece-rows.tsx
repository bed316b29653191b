import type { ArticleCardView } from '@/lib/articles/article-view'
import { Pager } from '../ui/pager'
import { NoPieces } from './no-pieces'
import { PieceRow } from './piece-row'

/** One page of a list of pieces, and the ways to the others. */
export function PieceRows({
  pieces,
  path,
  next,
  later,
}: {
  pieces: readonly ArticleCardView[]
  /** Of the first page. */
  path: string
  next: string | null
  /** Whether this is a page after the first. */
  later: boolean
}) {
  return (
    <>
      {pieces.length === 0 ? <NoPieces latest={later ? path : null} /> : null}
      {pieces.map((piece) => (
        <PieceRow key={piece.slug} piece={piece} />
      ))}
      <div className="page-turn">
        <Pager
          label="Pages of pieces"
          back={later ? { href: path, label: 'Latest pieces' } : null}
          next={next ? { href: `${path}?after=${encodeURIComponent(next)}`, label: 'Earlier pieces' } : null}
        />
      </div>
    </>
  )
}
