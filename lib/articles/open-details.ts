import type { Actor } from '../kernel/actor'
import { type Result, ok } from '../kernel/result'
import { wallTimeAt } from '../kernel/wall-time'
import type { Ports } from '../ports'
import type { ArticleKind } from './article-kind'
import { findPiece } from './find-piece'

/** The form of a piece's details, as it is stored. Times are those of the zone's clocks: `2027-03-28T09:00`. */
export interface DetailsView {
  readonly version: number
  readonly kind: ArticleKind
  readonly isFeatured: boolean
  readonly zone: string
  readonly bylines: readonly string[]
  readonly assignedTo: string
  readonly commentMode: string
  readonly closesAt: string
  readonly unpublishAt: string
  readonly pinnedUntil: string
  /** Who can be named, and who can look after a piece. */
  readonly people: readonly { readonly id: string; readonly name: string; readonly edits: boolean }[]
}

const EDITORS: ReadonlySet<string> = new Set(['owner', 'editor'])

/** What a piece is apart from its text, with who could write or look after it. For whoever may publish it. */
export const openDetails = async (
  deps: Pick<Ports, 'articleStore' | 'accountStore' | 'settingsStore'>,
  actor: Actor,
  { articleId }: { readonly articleId: string },
): Promise<Result<DetailsView>> => {
  const found = await findPiece(deps, actor, 'publish.article', articleId)
  if (!found.ok) return found
  const { article, bylines } = found.value.piece
  const [staff, { settings }] = await Promise.all([deps.accountStore.listStaff(), deps.settingsStore.read()])
  const zone = settings.timeZone
  const shown = (at: number | null): string => {
    if (at === null) return ''
    const { date, time } = wallTimeAt(at, zone)
    return `${date}T${time}`
  }
  const former = bylines.filter(({ userId }) => !staff.some(({ id }) => id === userId))
  return ok({
    ...{ version: article.version, kind: article.kind, isFeatured: article.featuredAt !== null },
    ...{ zone, bylines: bylines.map(({ userId }) => userId) },
    ...{ assignedTo: article.assignedToId ?? '', commentMode: article.commentMode ?? '' },
    closesAt: shown(article.commentsCloseAt),
    unpublishAt: shown(article.unpublishAt),
    pinnedUntil: shown(article.pinnedUntil),
    people: [
      ...staff
        .filter(({ disabledAt }) => disabledAt === null)
        .map((user) => ({
          ...{ id: user.id, name: user.name, edits: EDITORS.has(user.role) },
        })),
      ...former.map(({ userId, name }) => ({ id: userId, name, edits: false })),
    ],
  })
}
