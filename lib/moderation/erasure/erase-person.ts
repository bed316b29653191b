import { z } from 'zod'
import { type OwnerDeps, confirmOwner, ownerProofInput } from '../../accounts/confirm-owner'
import { parseEmail } from '../../accounts/email'
import type { CommentRecord } from '../../comments/comment'
import { changedEffects } from '../../comments/comment-effects'
import { stateOf } from '../../comments/judge'
import type { CommentChange } from '../../comments/comment-store'
import { erase } from '../../comments/revise'
import type { Actor } from '../../kernel/actor'
import type { Effect } from '../../kernel/effect'
import { invalidFields } from '../../kernel/field-problems'
import { type Result, fail, ok } from '../../kernel/result'
import type { Ports } from '../../ports'
import type { WholePerson } from './erasure-store'

export const erasePersonInput = ownerProofInput.extend({
  /** Whose: of an account, or as it was typed below comments. */
  mail: z.string().max(2_000),
  /** The same once more: there is no way back. */
  again: z.string().max(2_000),
})

/** How much was erased. */
export interface Erased {
  readonly comments: number
  readonly account: boolean
  /** Whether no byte of it is left in the file of the database. */
  readonly overwritten: boolean
}

type EraseDeps = Pick<Ports, 'erasureStore' | 'commentStore' | 'searchKeeper' | 'clock'>

type Deps = OwnerDeps &
  EraseDeps & {
    /** Makes the indexes right before the file is written anew: later it would leave their old entries' bytes. */
    readonly keepIndex: (effects: readonly Effect[]) => Promise<void>
  }

/** Comments that are taken in one go. */
const BATCH = 200
/** Goes at comments somebody else is changing in the same moment. */
const TRIES = 20

const erased = (record: CommentRecord): CommentChange | null => {
  const { comment } = record
  const after = erase(record)
  if (!after) return null
  return {
    commentId: comment.id,
    expect: { status: comment.status, version: comment.version, hiddenAncestors: comment.hiddenAncestors },
    to: after,
    // The line of the log is the owner's act as a whole: a decision could be undone.
    decision: null,
    effects: changedEffects(comment, stateOf(record), after),
  }
}

const eraseComments = async (deps: EraseDeps, person: WholePerson): Promise<number> => {
  const { erasureStore, commentStore, searchKeeper, clock } = deps
  let count = 0
  for (let tries = 0; tries < TRIES;) {
    const ids = await erasureStore.commentsOf(person, BATCH)
    if (ids.length === 0) return count
    const records = await commentStore.findAll(ids)
    const changes = records.flatMap((record) => erased(record) ?? [])
    const made = await commentStore.applyAll(changes)
    const raced = new Set(changes.map(({ commentId }) => commentId).filter((id) => !made.has(id)))
    const done = ids.filter((id) => !raced.has(id))
    await searchKeeper.remove('comments', done, clock.now())
    await searchKeeper.remove('desk', done, clock.now())
    await erasureStore.blank(done)
    count += done.length
    tries = done.length === 0 ? tries + 1 : 0
  }
  throw new Error('Comments of a person who is to be erased kept changing.')
}

/**
 * By the right to be forgotten: what they wrote is erased (a stub stays where others answered), and their name, mail and
 * addresses are nowhere any more. What it cannot reach are copies made earlier, which the page says. Broken off, it is
 * simply done again.
 */
export const erasePerson = async (
  deps: Deps,
  actor: Actor,
  { mail, again, ...proof }: z.infer<typeof erasePersonInput>,
): Promise<Result<Erased>> => {
  const email = parseEmail(mail)
  if (!email) return invalidFields({ mail: 'This is no mail address.' })
  if (parseEmail(again)?.key !== email.key) {
    return invalidFields({ again: 'Type the same address once more: this cannot be undone.' })
  }
  const confirmed = await confirmOwner(deps, actor, proof)
  if (!confirmed.ok) return confirmed
  const person = await deps.erasureStore.find(email.key)
  if (!person) return invalidFields({ mail: 'Nothing is stored about this address.' })
  if (person.role !== null && person.role !== 'member') {
    return fail(
      'conflict',
      'This is a colleague. Make the account a reader’s first, in the settings under People.',
      {
        fields: { mail: 'This address is a colleague’s.' },
      },
    )
  }
  await deps.erasureStore.open(person)
  const comments = Math.max(person.comments, await eraseComments(deps, person))
  const account = person.userId !== null
  const effects = await deps.erasureStore.forget(person, deps.clock.now(), {
    actor: confirmed.value,
    action: 'erase.person',
    subject: 'setting:people',
    detail: { comments, account: account ? 1 : 0 },
  })
  await deps.keepIndex(effects)
  return ok({ comments, account, overwritten: await deps.erasureStore.overwrite() })
}
