import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import type { Instant } from '../kernel/clock'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, ok } from '../kernel/result'
import { wallTimeAt } from '../kernel/wall-time'
import type { Ports } from '../ports'
import type { ArticleRecord } from './article'
import type { SlugMeaning } from './article-reader'
import { piecePath } from './article-path'
import { type ArticleStatus, statusAt } from './article-status'
import { findPiece } from './find-piece'

export const explainStateInput = z.strictObject({ articleId: z.string().regex(ID_PATTERN) })

/** What readers get of a piece at this moment, and why. Sentences; times are by the publication's clocks, which they name. */
export interface StateExplained {
  readonly status: ArticleStatus
  readonly path: string
  /** What its address answers. */
  readonly answer: 'public' | 'moved' | 'gone' | 'missing'
  readonly because: readonly string[]
  /** Whether it stands among the newest pieces of lists and feeds. */
  readonly isListed: boolean
}

type Clock = (at: Instant) => string

/** What clocks show in the zone of the publication: `2026-03-29 09:00 Europe/Berlin`. */
const clockOf =
  (zone: string): Clock =>
  (at) => {
    const { date, time } = wallTimeAt(at, zone)
    return `${date} ${time} ${zone}`
  }

const WHY: Readonly<Record<ArticleStatus, string>> = {
  draft: 'It is a draft: nobody has published it yet.',
  review: 'It waits in review: an editor has not published it yet.',
  scheduled: 'It is scheduled.',
  published: 'It is published.',
  unpublished: 'It was taken off the page.',
  trashed: 'It is in the trash.',
}

const reasons = (
  { article, draft }: ArticleRecord,
  status: ArticleStatus,
  { now, clock }: { readonly now: Instant; readonly clock: Clock },
): string[] => {
  const { publishedAt, unpublishAt, conflictRevisionId, liveRevisionId } = article
  const said = [WHY[status]]
  if (status === 'scheduled' && publishedAt !== null)
    said.push(`Readers see it from ${clock(publishedAt)} on; now it is ${clock(now)}.`)
  if (status === 'unpublished' && unpublishAt !== null)
    said.push(`That was planned for ${clock(unpublishAt)}, and happened then.`)
  if (status === 'published' && unpublishAt !== null)
    said.push(`It will be taken off the page at ${clock(unpublishAt)}.`)
  if (conflictRevisionId !== null)
    said.push('Two people saved at once. Until somebody settles which text goes on, it cannot be published.')
  if ((status === 'published' || status === 'scheduled') && liveRevisionId !== draft.id)
    said.push('The draft has changed since: readers get the text as it was published, not the newest.')
  return said
}

const SEEN: Readonly<Record<SlugMeaning['kind'], string>> = {
  public: 'shows the piece',
  moved: 'leads to another address',
  gone: 'says that the piece was taken away (410)',
  missing: 'says that there is nothing (404)',
}

const NEWEST = 50

/** Why a piece is, or is not, what readers see: by what the site itself answers at this moment. */
export const explainState = async (
  deps: Pick<Ports, 'articleStore' | 'articleReader' | 'pieceIndex' | 'settingsStore' | 'clock'>,
  actor: Actor,
  { articleId }: z.infer<typeof explainStateInput>,
): Promise<Result<StateExplained>> => {
  const found = await findPiece(deps, actor, 'edit.article', articleId)
  if (!found.ok) return found
  const { piece } = found.value
  const now = deps.clock.now()
  const status = statusAt(piece.article, now)
  const [meaning, newest, { settings }] = await Promise.all([
    deps.articleReader.meaningOf(piece.article.slug, now),
    deps.pieceIndex.cards(now, { limit: NEWEST }),
    deps.settingsStore.read(),
  ])
  const path = piecePath(piece.article)
  return ok({
    ...{ status, path, answer: meaning.kind },
    because: [
      ...reasons(piece, status, { now, clock: clockOf(settings.timeZone) }),
      `Its address ${path} ${SEEN[meaning.kind]}.`,
    ],
    isListed: newest.some(({ id }) => id === articleId),
  })
}
