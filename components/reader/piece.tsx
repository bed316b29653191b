import type { ArticleView } from '@/lib/articles/article-view'
import { PieceHead } from './piece-head'
import { PieceMeta } from './piece-meta'

/** The piece itself. Its HTML comes from our own renderer and its allow-list (lib/articles/document). */
export function Piece({ piece, address }: { piece: ArticleView; address: string }) {
  return (
    <article className="piece">
      <PieceHead piece={piece} />
      <PieceMeta piece={piece} address={address} />
      <div
        className="prose"
        lang={piece.language}
        dir={piece.direction}
        dangerouslySetInnerHTML={{ __html: piece.html }}
      />
    </article>
  )
}
