import type { FrontView } from '@/lib/articles/read-front'
import { Pager } from '../ui/pager'
import { FrontSection } from './front-section'
import { LeadPiece } from './lead-piece'
import { NoPieces } from './no-pieces'
import { PieceRow } from './piece-row'

/** A front page, not a feed of cards: one lead, what editors have chosen, then ruled rows, then sections of older pieces. */
export function FrontPage({ front: { pieces, featured, sections, next } }: { front: FrontView }) {
  const [lead, ...rest] = pieces
  if (!lead) return <NoPieces latest={null} />
  return (
    <>
      <LeadPiece piece={lead} />
      {featured.length > 0 ? (
        <FrontSection section={{ name: 'Featured', path: null, pieces: featured }} />
      ) : null}
      {rest.map((piece) => (
        <PieceRow key={piece.slug} piece={piece} />
      ))}
      {sections.map((section) => (
        <FrontSection key={section.path} section={section} />
      ))}
      <div className="page-turn">
        <Pager
          label="Pages of pieces"
          next={next ? { href: `/?after=${encodeURIComponent(next)}`, label: 'Earlier pieces' } : null}
        />
      </div>
    </>
  )
}
