import type { ArticleView } from '@/lib/articles/article-view'
import type { AroundView } from '@/lib/articles/read-around'
import { Contents } from './contents'
import { PieceCover } from './piece-cover'
import { PieceHead } from './piece-head'
import { PageMeta } from './page-meta'
import { PieceMeta } from './piece-meta'
import { PieceNotes } from './piece-notes'
import { PieceTags } from './piece-tags'
import { SeriesLine } from './series-line'
import { SeriesTurn } from './series-turn'
import { Translations } from './translations'

/** What a piece has around it that belongs to nothing. */
const ALONE = { series: null, translations: [] } as const

/** The piece itself. Its HTML comes from our own renderer and its allow-list (lib/articles/document). */
export function Piece({
  piece,
  address,
  around: { series, translations } = ALONE,
}: {
  piece: ArticleView
  address: string
  around?: Pick<AroundView, 'series' | 'translations'>
}) {
  const { html, language, direction, contents, tags } = piece
  return (
    <article className="piece">
      <data className="u-url u-uid" value={address} hidden />
      <PieceHead piece={piece} />
      <PieceCover piece={piece} />
      <div className="piece-margin">
        {piece.kind === 'page' ? <PageMeta piece={piece} /> : <PieceMeta piece={piece} address={address} />}
        <SeriesLine series={series} />
        <Translations pieces={translations} />
        <Contents lines={contents} language={language} />
      </div>
      <div
        className="prose e-content"
        lang={language}
        dir={direction}
        dangerouslySetInnerHTML={{ __html: html }}
      />
      <PieceNotes piece={piece} />
      <SeriesTurn series={series} />
      <PieceTags tags={tags} />
    </article>
  )
}
