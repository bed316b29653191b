import type { ArticleCardView } from '@/lib/articles/article-view'
import { Pager } from '../ui/pager'
import { LeadPiece } from './lead-piece'
import { NoPieces } from './no-pieces'
import { PieceRow } from './piece-row'

/** A front page, not a feed of cards: one lead, then ruled rows. Later pages are rows only. */
export function FrontPage({
  pieces,
  next,
  later,
}: {
  pieces: readonly ArticleCardView[]
  next: string | null
  /** Whether this is a page after the first. */
  later: boolean
}) {
  if (pieces.length === 0) return <NoPieces later={later} />
  const [lead, ...rest] = later ? [null, ...pieces] : pieces
  return (
    <>
      {lead ? <LeadPiece piece={lead} /> : <h2 className="page-title">Earlier pieces</h2>}
      {rest.map((piece) => (piece ? <PieceRow key={piece.slug} piece={piece} /> : null))}
      <div className="page-turn">
        <Pager
          label="Pages of pieces"
          back={later ? { href: '/', label: 'Latest pieces' } : null}
          next={next ? { href: `/?after=${encodeURIComponent(next)}`, label: 'Earlier pieces' } : null}
        />
      </div>
    </>
  )
}
