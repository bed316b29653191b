import type { Effect } from '../kernel/effect'
import type { Ports } from '../ports'
import { UNDO_WINDOW } from './rhythm'

/**
 * What a stored change means for mail: rows that wait for the worker, written at least once and each harmless twice.
 * The words of the effect are not believed: the store looks how the comment stands, and the worker looks again before
 * anything leaves the house.
 */
export const carryEffect = async (
  { noticeStore, mailer, clock }: Pick<Ports, 'noticeStore' | 'mailer' | 'clock'>,
  effect: Effect,
): Promise<void> => {
  if (!mailer) return
  const now = clock.now()
  if (effect.kind === 'subscription.asked') await noticeStore.ask(effect.subscriptionId, now)
  if (effect.kind === 'comment.changed') await noticeStore.note(effect.commentId, now, now + UNDO_WINDOW)
}
