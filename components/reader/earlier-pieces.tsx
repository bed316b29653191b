import type { ArticleCardView } from '@/lib/articles/article-view'
import { PieceRows } from './piece-rows'

/** The front page's later pages: rows alone. */
export function EarlierPieces({ pieces, next }: { pieces: readonly ArticleCardView[]; next: string | null }) {
  return (
    <>
      <h2 className="page-title">Earlier pieces</h2>
      <PieceRows pieces={pieces} path="/" next={next} later />
    </>
  )
}
