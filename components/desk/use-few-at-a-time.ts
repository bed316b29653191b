'use client'

import { startTransition, useEffect, useState } from 'react'
import type { QueueCardView } from '@/lib/moderation/queue-view'

/** New cards that are drawn in one go. */
const FEW = 2
/** Milliseconds after which the next ones are drawn though nobody paused. */
const LONGEST = 300

/** Calls when the browser has nothing to do, or soon where it cannot say. Returns how to call it off. */
const whenIdle = (work: () => void): (() => void) => {
  if (typeof window.requestIdleCallback !== 'function') {
    const soon = setTimeout(work, 1)
    return () => clearTimeout(soon)
  }
  const idle = window.requestIdleCallback(work, { timeout: LONGEST })
  return () => window.cancelIdleCallback(idle)
}

/**
 * Of these cards those that are to be drawn by now. The page comes with all of its own; cards that a fresh one brings are
 * added a few at a time, between two keys: a dozen at once would take as long as the next key may.
 */
export const useFewAtATime = (cards: readonly QueueCardView[]): readonly QueueCardView[] => {
  const [drawn, setDrawn] = useState<ReadonlySet<string>>(() => new Set(cards.map((card) => card.commentId)))
  const fresh = cards.filter((card) => !drawn.has(card.commentId))
  const later = new Set(fresh.slice(FEW))
  const shown = later.size === 0 ? cards : cards.filter((card) => !later.has(card))

  useEffect(() => {
    if (fresh.length === 0) return
    return whenIdle(() => startTransition(() => setDrawn(new Set(shown.map((card) => card.commentId)))))
  })
  return shown
}
