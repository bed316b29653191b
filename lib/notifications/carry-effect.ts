import type { Effect } from '../kernel/effect'
import type { Ports } from '../ports'
import { UNDO_WINDOW } from './rhythm'

/**
 * What a stored change means for mail: rows that wait for the worker, written at least once and each harmless twice.
 * The words of the effect are not believed: the store looks how the comment stands, and the worker looks again before
 * anything leaves the house.
 */
export const carryEffect = async (
  { notificationStore, mailer, clock }: Pick<Ports, 'notificationStore' | 'mailer' | 'clock'>,
  effect: Effect,
): Promise<void> => {
  if (!mailer) return
  const now = clock.now()
  if (effect.kind === 'subscription.asked') await notificationStore.ask(effect.subscriptionId, now)
  if (effect.kind === 'comment.changed')
    await notificationStore.note(effect.commentId, now, now + UNDO_WINDOW)
}
