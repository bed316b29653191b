import type { SectionView } from '@/lib/articles/read-front'
import { PieceCards } from './piece-cards'

/** Older pieces about one thing: its name in the margin, a few titles in the column. */
export function FrontSection({ section: { name, path, pieces } }: { section: SectionView }) {
  return (
    <section className="front-section">
      <h2 className="section-title">
        <a href={path}>
          <bdi>{name}</bdi>
        </a>
      </h2>
      <PieceCards pieces={pieces} dated />
    </section>
  )
}
