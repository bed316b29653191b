import type { Comment } from '../../../lib/comments/comment'
import type { Subscription } from '../../../lib/comments/subscription'
import { MINUTE } from '../../../lib/kernel/clock'
import type { World } from './backends'
import { aSubmission, storePiece } from './rows'

export const ADDRESS = 'reader@post.test'

export type Given = Parameters<typeof aSubmission>[1]

/** A comment with these wishes; its guest is new unless one is given. */
export const storeWith = async (
  world: World,
  given: Given,
  wishes: readonly Partial<Subscription>[] = [{}],
): Promise<{ readonly comment: Comment; readonly wishes: readonly Subscription[] }> => {
  const submission = aSubmission(world, given)
  const { comment } = submission
  const subscriptions = wishes.map((wish): Subscription => {
    const { id: commentId, guestId, userId, createdAt } = comment
    return {
      ...{ id: world.ids.random(), kind: 'approved', commentId, email: ADDRESS, emailKey: ADDRESS },
      ...{ userId, guestId, createdAt, confirmedAt: null, endedAt: null },
      ...wish,
    }
  })
  const { kind } = await world.commentStore.insert({ ...submission, subscriptions })
  if (kind !== 'stored') throw new Error(kind)
  return { comment, wishes: subscriptions }
}

/** What the suites about mail ask of a store and put into it. */
export const mailDesk = (world: () => World) => {
  const wishStore = () => world().wishStore
  const noticeStore = () => world().noticeStore
  const mailLog = () => world().mailLog
  const now = () => world().clock.now()
  const questions = () => noticeStore().leaseQuestions(now(), 10, MINUTE)
  const news = (address = ADDRESS) => noticeStore().leaseNews(address, now(), 50, MINUTE)
  const due = () => noticeStore().dueAddresses(now(), 10)
  const note = (commentId: string) => noticeStore().note(commentId, now(), now())
  const idOf = ({ wishes }: { wishes: readonly Subscription[] }): string => wishes[0]?.id ?? ''
  const confirmed = { confirmedAt: 1 } as const

  /** Its guest is confirmed, its comment approved and noted. */
  const approvedAndTold = async (given: Partial<Given> = {}, wish: Partial<Subscription> = {}) => {
    const articleId = given.articleId ?? (await storePiece(world())).id
    const stored = await storeWith(world(), { articleId, status: 'approved', ...given }, [
      { ...confirmed, ...wish },
    ])
    await note(stored.comment.id)
    return { ...stored, articleId }
  }
  return {
    wishStore,
    noticeStore,
    mailLog,
    now,
    questions,
    news,
    due,
    note,
    idOf,
    confirmed,
    approvedAndTold,
  }
}
