'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useReducer, useRef, useState } from 'react'
import type { Judgement } from '@/lib/comments/judge'
import type { FormState } from '@/lib/http/form-state'
import type { QueueCardView, QueueView } from '@/lib/moderation/queue-view'
import { type DeskActions, type DeskPlace, cardId, cardKey, decisionForm, undoForm } from './desk-actions'
import { DESK_START, believedCounts, deskReducer, namedAs } from './desk-state'
import { STATUS_WORDS } from './moves'

const IDLE = { kind: 'idle' } as const
const OFFLINE = 'The server could not be reached, so nothing was decided. Check the connection and try again.'

/** One decision made in this window, so that it can be undone even before the server has answered. */
interface Made {
  readonly card: QueueCardView
  readonly decisionId: Promise<string | null>
}

/** Where focus goes once the list looks as it should. */
type Wish = { readonly commentId: string } | 'empty' | null

const reach = (element: HTMLElement | null): void => {
  if (!element) return
  element.focus({ preventScroll: true })
  const { top } = element.getBoundingClientRect()
  if (top < 0 || top > window.innerHeight * 0.6) element.scrollIntoView({ block: 'start' })
}

const asked = async <T>(answer: Promise<FormState<T>>): Promise<FormState<T> | null> => {
  try {
    return await answer
  } catch {
    return null
  }
}

/** Decisions without a page load: the card leaves at once, the server is told, and the truth is fetched when all is quiet. */
export const useDesk = (view: QueueView, place: DeskPlace, actions: DeskActions) => {
  const router = useRouter()
  const [state, dispatch] = useReducer(deskReducer, DESK_START)
  const [trail, setTrail] = useState<readonly Made[]>([])
  const wish = useRef<Wish>(null)
  const cards = view.cards.filter((card) => !state.left.has(cardKey(card)))

  useEffect(() => {
    const target = wish.current
    if (target === null) return
    const element = document.getElementById(target === 'empty' ? 'queue' : cardId(target.commentId))
    if (!element) return
    wish.current = null
    reach(element)
  })

  const { underWay, answers } = state
  useEffect(() => {
    // Fresh cards and true counts, once nothing is on its way that they could not know of.
    if (underWay === 0 && answers > 0) router.refresh()
  }, [underWay, answers, router])

  useEffect(() => {
    if (underWay === 0) return
    const stay = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', stay)
    return () => window.removeEventListener('beforeunload', stay)
  }, [underWay])

  const store = async (card: QueueCardView, form: FormData): Promise<string | null> => {
    const answer = await asked(actions.decide(IDLE, form))
    if (answer?.kind === 'done') {
      dispatch({ type: 'stored' })
      return answer.value.decisionId
    }
    const text = answer?.kind === 'refused' ? answer.error.message : OFFLINE
    const stale = answer?.kind === 'refused' && answer.error.code === 'conflict'
    dispatch({ type: 'failed', card, text, stale })
    setTrail((made) => made.filter((one) => one.card !== card))
    return null
  }

  const decide = (card: QueueCardView, move: Judgement, reason: string): void => {
    if (state.left.has(cardKey(card))) return
    const at = cards.indexOf(card)
    const next = cards[at + 1] ?? cards[at - 1]
    wish.current = next ? { commentId: next.commentId } : 'empty'
    dispatch({ type: 'decided', card, move, view })
    const decisionId = store(card, decisionForm(card, move, reason, place))
    setTrail((made) => [...made, { card, decisionId }])
  }

  const undo = async (card: QueueCardView, decision: Promise<string | null> | string): Promise<void> => {
    dispatch({ type: 'undoing' })
    const decisionId = await decision
    // A decision that was never stored has told so already, and its card is back.
    if (decisionId === null) return dispatch({ type: 'stored' })
    const answer = await asked(actions.undo(IDLE, undoForm(decisionId, place)))
    if (answer?.kind !== 'done') {
      const text = answer?.kind === 'refused' ? answer.error.message : OFFLINE
      return dispatch({ type: 'failed', card: null, text, stale: false })
    }
    wish.current = { commentId: card.commentId }
    dispatch({
      type: 'stored',
      text: `Undone: comment by ${namedAs(card)} is ${STATUS_WORDS[answer.value.to] ?? answer.value.to} again.`,
    })
  }

  const undoLast = (): void => {
    const last = trail.at(-1)
    if (!last) return
    setTrail(trail.slice(0, -1))
    void undo(last.card, last.decisionId)
  }

  const problemOf = (card: QueueCardView): string | undefined => state.problems[cardKey(card)]

  return {
    cards,
    state,
    counts: believedCounts(view, state),
    decide,
    undo,
    undoLast,
    problemOf,
    canUndo: trail.length > 0,
  }
}
