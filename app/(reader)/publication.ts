import { cache } from 'react'
import type { ArticleView } from '@/lib/articles/article-view'
import { decodeSegment } from '@/lib/http/decode-segment'
import { runtime } from '@/lib/http/runtime'

/** The publication's settings, read once for page and metadata. */
export const publication = cache(async () => (await runtime().stet.settings.read()).settings)

/** A piece anybody may read, by its segment as Next hands it on; read once for page and metadata. */
export const pieceAt = cache(async (segment: string) => {
  const slug = decodeSegment(segment)
  return slug === null ? null : runtime().stet.articles.read({ slug })
})

/** What stands around a piece; read once for page and metadata. */
export const around = cache((piece: ArticleView) => runtime().stet.articles.around(piece))

/** Site-relative to absolute. */
export const absolute = (path: string): string => new URL(path, runtime().env.publicOrigin).href

/** What structured data says of the publication. */
export const siteFacts = async () => {
  const { name, description, profiles } = await publication()
  return { name, description, profiles, origin: runtime().env.publicOrigin }
}
