import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, ok } from '../kernel/result'
import { isZone, wallTimeAt } from '../kernel/wall-time'
import type { Ports } from '../ports'
import { CHECK_NAMES, isCheck } from './check-document'
import { findPiece } from './find-piece'
import type { LoggedChange } from './piece-log'

export const listChangesInput = z.strictObject({ articleId: z.string().regex(ID_PATTERN) })

/** A line of a piece's history. */
export interface ChangeView {
  /** ISO 8601 UTC */
  readonly at: string
  readonly by: string
  /** What follows the name: "published it". */
  readonly did: string
  /** Why, where somebody had to say it. */
  readonly reason: string | null
}

export interface ChangesView {
  /** Newest first. */
  readonly changes: readonly ChangeView[]
  /** By which clocks it was scheduled last, as an IANA name. */
  readonly scheduledIn: string | null
}

const SHOWN = 30

const DID: Readonly<Record<string, string>> = {
  'create.article': 'began it',
  'submit.article': 'handed it to the editors',
  'return.article': 'gave it back to its writers',
  'schedule.article': 'scheduled it',
  'unschedule.article': 'took it off the plan',
  'publish.article': 'published it',
  'update.article': 'published the changes',
  'unpublish.article': 'took it off the page',
  'trash.article': 'moved it to the trash',
  'restore.article': 'brought it back from the trash',
  'restore.revision': 'put an earlier text back',
}

const zoneIn = ({ detail: { zone } }: LoggedChange): string | null =>
  typeof zone === 'string' && isZone(zone) ? zone : null

/** `for 2027-10-31 02:30 Europe/Vienna` */
const moment = (change: LoggedChange): string => {
  const zone = zoneIn(change)
  const at = typeof change.detail.at === 'string' ? Date.parse(change.detail.at) : Number.NaN
  if (zone === null || Number.isNaN(at)) return ''
  const wall = wallTimeAt(at, zone)
  return ` for ${wall.date} ${wall.time} ${zone}`
}

const passedOver = ({ detail: { passedOver: names } }: LoggedChange): string =>
  typeof names === 'string'
    ? `, although the checklist objected (${names
        .split(' ')
        .flatMap((name) => (isCheck(name) ? CHECK_NAMES[name] : []))
        .join(', ')})`
    : ''

const present = (change: LoggedChange): ChangeView => ({
  at: new Date(change.at).toISOString(),
  by: change.by ?? 'Somebody',
  did: `${DID[change.action] ?? change.action}${moment(change)}${passedOver(change)}`,
  reason: typeof change.detail.reason === 'string' ? change.detail.reason : null,
})

/** What was done to a piece, by whom, and why where the checklist objected. */
export const listChanges = async (
  deps: Pick<Ports, 'articleStore' | 'pieceLog'>,
  actor: Actor,
  { articleId }: z.infer<typeof listChangesInput>,
): Promise<Result<ChangesView>> => {
  const found = await findPiece(deps, actor, 'edit.article', articleId)
  if (!found.ok) return found
  const changes = await deps.pieceLog.of(articleId, Object.keys(DID), SHOWN)
  const scheduled = changes.find(({ action }) => action === 'schedule.article')
  return ok({ changes: changes.map(present), scheduledIn: scheduled ? zoneIn(scheduled) : null })
}
