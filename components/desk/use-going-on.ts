'use client'

import { useCallback, useEffect, useEffectEvent, useRef } from 'react'
import type { QueueCardView, QueueView } from '@/lib/moderation/queue-view'
import { cardId } from './desk-actions'

/** The card that takes the focus once the list looks as it should; null for the list itself, when none is left. */
interface Wish {
  readonly commentId: string | null
  readonly since: QueueView
}

const reach = (element: HTMLElement | null): void => {
  if (!element) return
  element.focus({ preventScroll: true })
  const { top } = element.getBoundingClientRect()
  if (top < 0 || top > window.innerHeight * 0.6) element.scrollIntoView({ block: 'start' })
}

/**
 * Where the work goes on: gives the focus to a card, or with null to the list, once the page looks as it should. `since`: the page
 * on which that was decided.
 */
export const useGoingOn = (
  view: QueueView,
  /** All that are to be worked on, and those of them that are drawn. */
  cards: readonly QueueCardView[],
  shown: readonly QueueCardView[],
): ((commentId: string | null, since: QueueView) => void) => {
  const wish = useRef<Wish | null>(null)

  useEffect(() => {
    const target = wish.current
    if (target === null) return
    const element = document.getElementById(target.commentId === null ? 'queue' : cardId(target.commentId))
    // A card that a fresh page does not hold is not waited for: it would take the focus from somebody at work.
    const comes = target.commentId !== null && cards.some((card) => card.commentId === target.commentId)
    if (element || (target.since !== view && !comes)) wish.current = null
    reach(element)
  })

  const firstCard = useEffectEvent(() => shown[0]?.commentId)
  useEffect(() => {
    // The page was done, by keyboard, and the next cards are here: the keys go on without a step between.
    const first = firstCard()
    if (document.activeElement?.id === 'queue' && first) reach(document.getElementById(cardId(first)))
  }, [view])

  return useCallback((commentId, since) => {
    wish.current = { commentId, since }
  }, [])
}
