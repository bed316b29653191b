import { type RouteHandler, defineRoute } from '../../lib/http/define-route'
import { noContent } from '../../lib/http/route-answer'
import { ok } from '../../lib/kernel/result'
import { claimCards, claimCardsInput } from '../../lib/realtime/desk/claim-cards'
import type { Services } from '../services'

/** `POST /desk/claims`: a moderator has these cards in hand; everybody at the desk is told by their streams. */
export const takeUpCards = ({ live }: Pick<Services, 'live'>): RouteHandler =>
  defineRoute({
    for: 'visitor',
    body: claimCardsInput,
    run: async ({ actor, input }) => {
      const claimed = await claimCards(live, actor, input)
      return claimed.ok ? ok(noContent()) : claimed
    },
  })
