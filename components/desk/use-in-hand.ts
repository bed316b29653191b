'use client'

import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'
import { afterPaint } from './after-paint'
import type { DeskLine } from './desk-line'
import { HELD_MOST } from './desk-state'

/** The card in hand, and what comes next: so that the next key never waits for the server. */
const AHEAD = 3
/** A claim is told anew while somebody works; it ends by itself soon after they stop (milliseconds). */
const RENEW = 20_000
const AT_WORK = 60_000

export interface HandFacts {
  /** In the order of the page. */
  readonly cards: readonly { readonly commentId: string }[]
  /** Decided about here, and not known to everybody yet: still in our hands. */
  readonly untold: readonly string[]
  /** Whether no colleague has it in hand. */
  readonly isFree: (commentId: string) => boolean
}

/** What is in our hands, beginning with the card that had the focus last. */
const inHand = ({ cards, untold, isFree }: HandFacts, focused: string | null): readonly string[] => {
  const at = cards.findIndex(({ commentId }) => commentId === focused)
  const ahead = cards
    .slice(Math.max(0, at))
    .filter(({ commentId }) => isFree(commentId))
    // Never more than can be held until everybody has heard: what nobody holds any more, others take up.
    .slice(0, Math.max(0, Math.min(AHEAD, HELD_MOST - untold.length)))
  return [...ahead.map(({ commentId }) => commentId), ...untold]
}

/**
 * Tells colleagues what is in our hands, whenever that changes, once `me` is known. Nothing is drawn again for it, and
 * nobody waits for it to see the next card.
 */
export const useInHand = (line: RefObject<DeskLine | null>, me: string | null, facts: HandFacts): void => {
  const focused = useRef<string | null>(null)
  const workedAt = useRef(0)
  const told = useRef<string | null>(null)
  const soon = useRef<(() => void) | null>(null)
  const tell = useEffectEvent((anew: boolean): void => {
    const wanted = inHand(facts, focused.current)
    if (me === null || (!anew && wanted.join() === told.current)) return
    told.current = wanted.join()
    line.current?.hold(wanted)
  })
  const tellSoon = useEffectEvent((): void => {
    soon.current ??= afterPaint(() => {
      soon.current = null
      tell(false)
    })
  })

  const { cards, untold, isFree } = facts
  useEffect(() => tellSoon(), [cards, untold, isFree, me])
  useEffect(() => {
    const focus = ({ target }: FocusEvent): void => {
      workedAt.current = performance.now()
      const card = target instanceof Element ? target.closest('[data-card]') : null
      if (!card) return
      focused.current = card.getAttribute('data-card')
      tellSoon()
    }
    const renew = setInterval(() => {
      if (performance.now() - workedAt.current < AT_WORK && !document.hidden) tell(true)
    }, RENEW)
    document.addEventListener('focusin', focus)
    return () => {
      document.removeEventListener('focusin', focus)
      clearInterval(renew)
      soon.current?.()
      soon.current = null
    }
  }, [])
}
