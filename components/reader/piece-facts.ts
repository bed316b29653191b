import type { ArticleView } from '@/lib/articles/article-view'
import { summaryOf } from './summary-of'

/** A piece in the words of schema.org. `commentCount` is the count of visible comments that the page shows. */
export const pieceFacts = (
  piece: ArticleView,
  { address, publication }: { address: string; publication: string },
): Readonly<Record<string, unknown>> => ({
  '@context': 'https://schema.org',
  '@type': 'Article',
  headline: piece.title,
  description: summaryOf(piece),
  ...(piece.kicker ? { articleSection: piece.kicker } : {}),
  inLanguage: piece.language,
  datePublished: piece.publishedAt,
  dateModified: piece.updatedAt,
  author: piece.bylines.map(({ name }) => ({ '@type': 'Person', name })),
  publisher: { '@type': 'Organization', name: publication },
  mainEntityOfPage: address,
  url: address,
  discussionUrl: `${address}#comments`,
  commentCount: piece.commentCount,
})
