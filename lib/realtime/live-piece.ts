import { resolveSlug } from '../articles/resolve-slug'
import type { Ports } from '../ports'

/**
 * The piece whose thread is live at this address; null for every address that readers have no thread at. An open page
 * knows the address it was loaded from, which may have changed since.
 */
export const livePiece = async (
  deps: Pick<Ports, 'articleReader' | 'clock'>,
  { slug }: { readonly slug: string },
): Promise<string | null> => {
  const meaning = await resolveSlug(deps, { slug })
  const current = meaning.kind === 'moved' ? await resolveSlug(deps, { slug: meaning.slug }) : meaning
  return current.kind === 'public' ? current.articleId : null
}
