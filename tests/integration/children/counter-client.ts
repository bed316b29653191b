// Some of many clients who post, decide, undo, withdraw and recommend at random under the same few pieces, until they are
// killed or have done what they were told. Prints what each operation was, and how it went, once it is answered.
import { keyedSecrets } from '../../../lib/adapters/keyed-secrets'
import { systemClock } from '../../../lib/adapters/system-clock'
import { editComment } from '../../../lib/comments/edit-comment'
import type { Judgement } from '../../../lib/comments/judge'
import { recommendComment } from '../../../lib/comments/recommend-comment'
import { submitComment } from '../../../lib/comments/submit-comment'
import { withdrawComment } from '../../../lib/comments/withdraw-comment'
import { text } from '../../../lib/db/cells'
import { makeStores } from '../../../lib/db/make-stores'
import { openDatabase } from '../../../lib/db/open-database'
import { sql } from '../../../lib/db/sql'
import { ANONYMOUS, type Actor } from '../../../lib/kernel/actor'
import { makeIds } from '../../../lib/kernel/ids'
import { decide } from '../../../lib/moderation/decide'
import { undoDecision } from '../../../lib/moderation/undo-decision'
import { Chance } from '../../support/chance'
import { aClient } from '../../support/builders/a-client'
import { conversation } from '../../support/conversation'
import type { StormTask } from '../../support/counter-storm'
import { memoryPorts } from '../../support/memory/memory-ports'

const { url, seed, clients, operations, slugs, moderator } = JSON.parse(process.argv[2] ?? '') as StormTask
const db = await openDatabase(url)
const ids = makeIds(systemClock)
const secrets = keyedSecrets(Buffer.alloc(32, 7))
const deps = conversation({
  ...memoryPorts(),
  ...{ clock: systemClock, ids, secrets },
  ...makeStores(db, systemClock, ids),
})
const chance = new Chance(seed)

const LIKELY = { shown: sql`"shown" = 1`, waiting: sql`"pendingRevisionId" IS NOT NULL`, any: sql`1 = 1` }

/** The comment after a random place: mostly one with which the operation makes sense, sometimes whichever comes. */
const anyComment = async (kind: keyof typeof LIKELY = 'any'): Promise<string | null> => {
  const wanted = LIKELY[chance.below(8) === 0 ? 'any' : kind]
  const [row] = await db.read(sql`
    SELECT "id" FROM "comment" WHERE "id" >= ${ids.random()} AND ${wanted} ORDER BY "id" LIMIT 1`)
  return row ? text(row, 'id') : null
}

const recordOf = async (id: string | null) => (id === null ? null : deps.commentStore.find(id))
const authorOf = ({ guestId, userId }: { guestId: string | null; userId: string | null }): Actor =>
  guestId !== null && userId === null ? { kind: 'guest', guestId } : moderator

const post = async (isRoot: boolean): Promise<boolean> => {
  const under = isRoot ? null : await recordOf(await anyComment('shown'))
  const slug = under
    ? slugs.find(({ articleId }) => articleId === under.comment.articleId)?.slug
    : chance.pick(slugs).slug
  const body = `Words of their own, ${ids.random()}.`
  const parentId = under?.comment.id
  const input = { slug: slug ?? '', body, ...(parentId ? { parentId } : {}), anyway: true }
  const by = chance.below(10) === 0 ? moderator : ANONYMOUS
  return (await submitComment(deps, by, input, aClient())).ok
}

const judge = async (move: Judgement): Promise<boolean> => {
  const record = await recordOf(await anyComment(move === 'approve' ? 'waiting' : 'shown'))
  if (!record) return false
  const { id: commentId, version, pendingRevisionId, approvedRevisionId, latestRevisionId } = record.comment
  const revisionId = pendingRevisionId ?? approvedRevisionId ?? latestRevisionId
  return (await decide(deps, moderator, { commentId, version, revisionId, move })).ok
}

const undo = async (): Promise<boolean> => {
  const commentId = await anyComment()
  const decision = commentId && (await deps.commentStore.decisionsOn(commentId)).at(-1)
  return decision ? (await undoDecision(deps, moderator, { decisionId: decision.id })).ok : false
}

const byAuthor = async (what: 'edit' | 'withdraw'): Promise<boolean> => {
  const record = await recordOf(await anyComment('shown'))
  if (!record) return false
  const { id: commentId, version } = record.comment
  const author = authorOf(record.comment)
  if (what === 'withdraw') return (await withdrawComment(deps, author, { commentId, version })).ok
  const body = `Other words, ${ids.random()}.`
  return (await editComment(deps, author, { commentId, version, body, anyway: true })).ok
}

const recommend = async (intent: 'give' | 'take'): Promise<boolean> => {
  const commentId = await anyComment('shown')
  const reader: Actor = { kind: 'guest', guestId: `reader-${chance.below(4)}` }
  const input = { commentId: commentId ?? '', intent }
  return (await recommendComment(deps, reader, input, aClient())).ok
}

/** Of a hundred operations, how many are of which kind. */
const MIX: readonly (readonly [name: string, share: number, run: () => Promise<boolean>])[] = [
  ['post', 6, () => post(true)],
  ['reply', 32, () => post(false)],
  ['approve', 22, () => judge('approve')],
  ['reject', 4, () => judge('reject')],
  ['spam', 2, () => judge('spam')],
  ['hold', 3, () => judge('hold')],
  ['undo', 6, undo],
  ['edit', 2, () => byAuthor('edit')],
  ['withdraw', 7, () => byAuthor('withdraw')],
  ['recommend', 11, () => recommend('give')],
  ['take back', 5, () => recommend('take')],
]
const HUNDRED = MIX.flatMap((kind) => Array.from({ length: kind[1] }, () => kind))

let left = operations
const client = async (): Promise<void> => {
  while (left > 0) {
    left -= 1
    const [name, , run] = chance.pick(HUNDRED)
    console.log(`${name} ${(await run()) ? 'done' : 'refused'}`)
  }
}
await Promise.all(Array.from({ length: clients }, client))
await db.close()
