import type { StudioArticleView } from '@/lib/articles/article-view'
import type { PieceValues } from './piece-values'

export interface AddressFacts {
  readonly hint: string
  readonly readOnly: boolean
  /** What stands before the last part of the address. */
  readonly below: string
}

/** What a change of the address would mean. Readers may hold the address of whatever has been public. */
export const addressFacts = (
  { kind, wasPublic, addressIsKnown, slug, abilities }: StudioArticleView,
  typed: PieceValues,
): AddressFacts => {
  const below = kind === 'page' ? '/' : '/articles/'
  if (!wasPublic)
    return {
      ...{ below, readOnly: false },
      hint: `Follows the title. Readers will find the ${kind} at ${below}${slug}`,
    }
  const decides = abilities.publish || abilities.update
  if (!decides)
    return {
      ...{ below, readOnly: true },
      hint: `This ${kind} has been public: an editor can change its address.`,
    }
  if (!addressIsKnown)
    return {
      ...{ below, readOnly: false },
      hint: 'No reader has met this address yet: change it as you like.',
    }
  return {
    ...{ below, readOnly: false },
    hint:
      typed.slug.trim() === slug
        ? 'If you change it, the old address will redirect to the new one.'
        : `The new address counts as soon as you save. The old address ${below}${slug} will redirect to it.`,
  }
}
