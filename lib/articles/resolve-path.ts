import type { Ports } from '../ports'
import type { SlugMeaning } from './article-reader'
import { resolveSlug } from './resolve-slug'

const ADDRESS = /^\/(articles\/)?([^/]+)$/

/** What an address of this site (decoded, without query) means, if it may be one of a piece or a page. */
export const resolvePath = async (
  deps: Pick<Ports, 'articleReader' | 'clock'>,
  path: string,
): Promise<SlugMeaning> => {
  const [, below, slug = ''] = ADDRESS.exec(path) ?? []
  return resolveSlug(deps, { slug, at: below === undefined ? 'page' : 'piece' })
}
