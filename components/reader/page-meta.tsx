import type { ArticleView } from '@/lib/articles/article-view'
import { Time } from '../ui/time'

/** What a page says of itself: nobody's name, no reading time, only when it was changed last. */
export function PageMeta({ piece }: { piece: ArticleView }) {
  return (
    <div className="piece-meta meta">
      <span className="updated">
        Updated <Time at={piece.updatedAt} as="date" className="dt-updated" />
      </span>
    </div>
  )
}
