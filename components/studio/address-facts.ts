import type { StudioArticleView } from '@/lib/articles/article-view'
import type { PieceValues } from './piece-values'

/** What a change of the address would mean. Readers may hold the address of whatever has been public. */
export const addressFacts = ({ wasPublic, slug, abilities }: StudioArticleView, typed: PieceValues) => {
  if (!wasPublic)
    return { hint: `Follows the title. Readers will find the piece at /articles/${slug}`, readOnly: false }
  const decides = abilities.publish || abilities.update
  if (!decides)
    return { hint: 'This piece has been public: an editor can change its address.', readOnly: true }
  return typed.slug.trim() === slug
    ? { hint: 'If you change it, the old address will redirect to the new one.', readOnly: false }
    : {
        hint: `The new address counts as soon as you save. The old address /articles/${slug} will redirect to it.`,
        readOnly: false,
      }
}
