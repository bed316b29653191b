import type { ArticleRevision } from '../articles/article'

/** As a stored document and a cover name pictures of the library. */
const NAMED = /\/media\/([0-9a-f]{26})\.jpg/g

/** Rows for the pictures a revision shows, each once; written in the transaction of the revision. */
export const usesBy = ({
  id,
  articleId,
  document,
  cover,
}: Pick<ArticleRevision, 'id' | 'articleId' | 'document' | 'cover'>) => {
  const named = [...JSON.stringify(document).matchAll(NAMED)].map(([, name = '']) => name)
  const names = new Set(cover ? [...named, cover.picture.name] : named)
  return [...names].map((mediaId) => ({ mediaId, revisionId: id, articleId }))
}
