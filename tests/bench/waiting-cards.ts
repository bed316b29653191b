import type { SignedIn } from '../../lib/kernel/actor'
import type { QueueView } from '../../lib/moderation/queue-view'
import type { House } from '../../server/process/open-house'
import { must } from '../support/builders/must'

/** What a decision names. */
export interface WaitingCard {
  readonly commentId: string
  readonly revisionId: string
  readonly version: number
}

/** The first comments that wait, as the desk lists them, page by page. */
export const waitingCards = async (
  { stet }: House,
  moderator: SignedIn,
  amount: number,
): Promise<readonly WaitingCard[]> => {
  const cards: WaitingCard[] = []
  let after: string | null = ''
  while (cards.length < amount && after !== null) {
    const page: QueueView = await must(
      'list the queue',
      stet.moderation.queue(moderator, { tab: 'waiting', after }),
    )
    cards.push(
      ...page.cards.map(({ commentId, revisionId, version }) => ({ commentId, revisionId, version })),
    )
    after = page.next
  }
  return cards.slice(0, amount)
}
