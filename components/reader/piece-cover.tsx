import type { ArticleView } from '@/lib/articles/article-view'
import { Cover } from './cover'

/** The cover above the text, with who made it; not where the text shows the same picture. */
export function PieceCover({
  piece: { cover, pictures, language, direction },
}: {
  piece: Pick<ArticleView, 'cover' | 'pictures' | 'language' | 'direction'>
}) {
  if (!cover || pictures.includes(cover.path)) return null
  return (
    <figure className="piece-cover">
      <Cover cover={cover} place="piece" />
      {cover.credit ? (
        <figcaption lang={language} dir={direction}>
          {cover.credit}
        </figcaption>
      ) : null}
    </figure>
  )
}
