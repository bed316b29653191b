import type { ArticleView } from '@/lib/articles/article-view'

/** Kicker, headline, dek: in the language and direction of the piece. */
export function PieceHead({ piece }: { piece: ArticleView }) {
  return (
    <header className="piece-head" lang={piece.language} dir={piece.direction}>
      {piece.kicker ? <p className="kicker p-category">{piece.kicker}</p> : null}
      <h1 className="piece-title p-name">{piece.title}</h1>
      {piece.dek ? <p className="dek p-summary">{piece.dek}</p> : null}
    </header>
  )
}
