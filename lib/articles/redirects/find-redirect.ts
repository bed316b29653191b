import type { Ports } from '../../ports'
import { piecePath } from '../article-path'
import { resolvePath } from '../resolve-path'
import { redirectPath } from './redirect-path'
import { ownPath } from './own-path'

type Deps = Pick<Ports, 'redirectStore' | 'articleReader' | 'clock'>

/** Where a target leads in the end, and which addresses of this site are passed on the way, its own included. */
export const followRedirects = async (
  { redirectStore }: Pick<Ports, 'redirectStore'>,
  target: string,
): Promise<{ readonly end: string; readonly through: ReadonlySet<string>; readonly isCircle: boolean }> => {
  const through = new Set<string>()
  let end = target
  for (;;) {
    const path = ownPath(end)
    if (path === null) return { end, through, isCircle: false }
    if (through.has(path)) return { end, through, isCircle: true }
    through.add(path)
    const next = await redirectStore.find(path)
    if (!next) return { end, through, isCircle: false }
    end = next.target
  }
}

/** An earlier address of a piece is where the piece is now. */
const atCurrentAddress = async (deps: Deps, target: string): Promise<string> => {
  const meaning = await resolvePath(deps, ownPath(target) ?? '')
  return meaning.kind === 'moved' ? piecePath({ slug: meaning.slug, kind: meaning.of }) : target
}

/**
 * Where an address leads that is nowhere itself, in one hop however many redirects are behind one another; null for
 * nowhere. Two editors at once may make a circle: that leads nowhere either.
 */
export const findRedirect = async (
  deps: Deps,
  { path }: { /** As it came, percent-encoded. */ readonly path: string },
): Promise<string | null> => {
  const asked = redirectPath(path)
  const first = asked === null ? null : await deps.redirectStore.find(asked)
  if (!first) return null
  const { end, through, isCircle } = await followRedirects(deps, first.target)
  return isCircle || through.has(first.path) ? null : atCurrentAddress(deps, end)
}
