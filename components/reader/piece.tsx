import type { ArticleView } from '@/lib/articles/article-view'
import { Contents } from './contents'
import { PieceHead } from './piece-head'
import { PieceMeta } from './piece-meta'
import { PieceTags } from './piece-tags'

/** The piece itself. Its HTML comes from our own renderer and its allow-list (lib/articles/document). */
export function Piece({ piece, address }: { piece: ArticleView; address: string }) {
  const { html, language, direction, contents, tags } = piece
  return (
    <article className="piece h-entry">
      <data className="u-url u-uid" value={address} hidden />
      <PieceHead piece={piece} />
      <div className="piece-margin">
        <PieceMeta piece={piece} address={address} />
        <Contents lines={contents} language={language} />
      </div>
      <div
        className="prose e-content"
        lang={language}
        dir={direction}
        dangerouslySetInnerHTML={{ __html: html }}
      />
      <PieceTags tags={tags} />
    </article>
  )
}
