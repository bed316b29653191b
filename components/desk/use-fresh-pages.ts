'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import type { QueueView } from '@/lib/moderation/queue-view'
import type { DeskState } from './desk-state'

/** Without a key for so long (milliseconds) the page is fetched anew; at once where fewer cards are left. */
const CALM = 500
const FEW = 8

/** Fetches the page anew when that helps and disturbs nobody, and asks before it is left with something unanswered. */
export const useFreshPages = (
  view: QueueView,
  state: Pick<DeskState, 'underWay' | 'answers' | 'reached' | 'isFlowing'>,
  /** Cards to work on. */
  left: number,
  /** Comments in the tab, as far as is known. */
  waiting: number,
): void => {
  const router = useRouter()
  const refreshed = useRef(0)
  /** The page that was there when a fresh one was asked for. */
  const awaited = useRef<QueueView | null>(null)

  const { underWay, answers, reached, isFlowing } = state
  // Somebody goes through the cards key by key, and there are enough of them, or there will be no more: a page that is
  // drawn anew between two keys would make the next one wait.
  const pause = isFlowing && left > (view.next === null ? 0 : FEW) ? CALM : 0
  useEffect(() => {
    // Fresh cards and true counts, once nothing is on its way that they could not know of. Not while the server is
    // out of reach: Next would then leave this page.
    if (underWay > 0 || !reached || answers === refreshed.current) return
    const refresh = (): void => {
      refreshed.current = answers
      awaited.current = view
      router.refresh()
    }
    // One at a time: the page that is on its way holds most of what is asked for.
    const wait = awaited.current === view ? CALM : pause
    if (wait === 0) return refresh()
    const calm = setTimeout(refresh, wait)
    return () => clearTimeout(calm)
  }, [underWay, answers, reached, router, pause, view])

  const wanting = left === 0 && underWay === 0 && reached ? waiting : 0
  useEffect(() => {
    // The page is done and there is more of it, or something came where nothing was: it is fetched unasked.
    if (wanting > 0 && (view.cards.length > 0 || view.counts[view.tab] === 0)) router.refresh()
  }, [wanting, view, router])

  useEffect(() => {
    if (underWay === 0) return
    const stay = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', stay)
    return () => window.removeEventListener('beforeunload', stay)
  }, [underWay])
}
