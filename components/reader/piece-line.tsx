import type { ArticleView } from '@/lib/articles/article-view'

/** Under which piece something stands. */
export function PieceLine({ piece }: { piece: Pick<ArticleView, 'path' | 'title' | 'language'> }) {
  return (
    <p>
      Under{' '}
      <a href={`${piece.path}#comments`} lang={piece.language}>
        <bdi>{piece.title}</bdi>
      </a>
    </p>
  )
}
