import type { Actor } from '../kernel/actor'
import { type Result, fail, ok } from '../kernel/result'
import type { Ports } from '../ports'
import { findPiece } from './find-piece'
import { OUT_OF_DATE } from './out-of-date'

/** Somebody of the staff looks after a piece from now on; '' for nobody. */
export const assignArticle = async (
  deps: Pick<Ports, 'articleStore' | 'accountStore' | 'clock'>,
  actor: Actor,
  { articleId, version, assignedTo }: { articleId: string; version: number; assignedTo: string },
): Promise<Result<{ version: number }>> => {
  const found = await findPiece(deps, actor, 'publish.article', articleId)
  if (!found.ok) return found
  if (found.value.piece.article.version !== version) return fail('conflict', OUT_OF_DATE)
  const staff = assignedTo === '' ? [] : await deps.accountStore.listStaff()
  if (assignedTo !== '' && !staff.some(({ id, disabledAt }) => id === assignedTo && disabledAt === null))
    return fail('conflict', 'This person does not work here any more. Reload the page and choose again.')
  const stored = await deps.articleStore.apply({
    ...{ articleId, expectVersion: version },
    set: { assignedToId: assignedTo === '' ? null : assignedTo, updatedAt: deps.clock.now() },
    audit: { actor, action: 'assign.article', subject: `article:${articleId}`, detail: { to: assignedTo } },
    effects: [],
  })
  return stored === 'stored' ? ok({ version: version + 1 }) : fail('conflict', OUT_OF_DATE)
}
