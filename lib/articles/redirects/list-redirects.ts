import type { Actor } from '../../kernel/actor'
import { type Result, ok } from '../../kernel/result'
import { can } from '../../policy/policy'
import type { Ports } from '../../ports'
import { piecePath } from '../article-path'
import { notAllowed } from '../find-piece'
import { likelyPiece, wordsOf } from './likely-piece'
import { pathHref } from './redirect-path'

export interface RedirectView {
  /** As it is compared, for people. */
  readonly path: string
  readonly href: string
  readonly target: string
}

export interface MissedView {
  readonly path: string
  readonly times: number
  /** ISO 8601 */
  readonly lastAt: string
  /** The piece that was most likely meant. */
  readonly meant: { readonly title: string; readonly path: string } | null
}

export interface RedirectsView {
  readonly redirects: readonly RedirectView[]
  readonly total: number
  readonly missed: readonly MissedView[]
}

const [SHOWN, MISSED, LOOKED_AT] = [200, 30, 40]

/** Every redirect, and what readers look for in vain, with the piece they most likely meant. */
export const listRedirects = async (
  { redirectStore, clock }: Pick<Ports, 'redirectStore' | 'clock'>,
  actor: Actor,
): Promise<Result<RedirectsView>> => {
  if (!can(actor, 'manage.redirects')) return notAllowed(actor, 'Redirects are looked after by editors.')
  const now = clock.now()
  const [redirects, total, missed] = await Promise.all([
    redirectStore.list(SHOWN),
    redirectStore.count(),
    redirectStore.missed(MISSED),
  ])
  const views = missed.map(async ({ path, times, lastAt }): Promise<MissedView> => {
    const words = wordsOf(path)
    const near = words.length === 0 ? [] : await redirectStore.piecesWith(words, now, LOOKED_AT)
    const meant = likelyPiece(path, near)
    return {
      ...{ path, times, lastAt: new Date(lastAt).toISOString() },
      meant: meant && { title: meant.title, path: piecePath(meant) },
    }
  })
  return ok({
    redirects: redirects.map(({ path, target }) => ({ path, href: pathHref(path), target })),
    total,
    missed: await Promise.all(views),
  })
}
