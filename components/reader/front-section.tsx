import type { SectionView } from '@/lib/articles/read-front'
import { PieceCards } from './piece-cards'

/** Pieces that belong together: their name in the margin, a few titles in the column. */
export function FrontSection({
  section: { name, path, pieces },
}: {
  section: Omit<SectionView, 'path'> & { readonly path: string | null }
}) {
  return (
    <section className="front-section">
      <h2 className="section-title">
        {path === null ? (
          name
        ) : (
          <a href={path}>
            <bdi>{name}</bdi>
          </a>
        )}
      </h2>
      <PieceCards pieces={pieces} dated />
    </section>
  )
}
