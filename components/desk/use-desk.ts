'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useReducer, useRef, useState } from 'react'
import type { Judgement } from '@/lib/comments/judge'
import type { CommentNow } from '@/lib/moderation/queue-reader'
import type { QueueCardView, QueueView } from '@/lib/moderation/queue-view'
import {
  type DeskActions,
  type DeskPlace,
  type PickMove,
  cardId,
  cardKey,
  decisionForm,
  pickForm,
  undoForm,
} from './desk-actions'
import { DESK_START, believedCounts, cardsToDo, deskReducer, namedAs } from './desk-state'
import { afterPaint } from './after-paint'
import { asked, partly, problemIn } from './desk-answers'
import { isAnswering, whatOthersDid } from './others-did'
import { PICKS } from './moves'
import { useFewAtATime } from './use-few-at-a-time'
import { useFreshPages } from './use-fresh-pages'
import { useGoingOn } from './use-going-on'
import { useUndelivered } from './use-undelivered'
import type { Waiting } from './undelivered'

const IDLE = { kind: 'idle' } as const

/** One decision made in this window, so that it can be undone even before the server has answered. */
interface Made {
  readonly card: QueueCardView
  readonly undo: Promise<string | null>
  readonly sent: Waiting
}

/** Decisions without a page load: the card leaves at once, the server is told, and the truth is fetched when all is quiet. */
export const useDesk = (view: QueueView, place: DeskPlace, seenAt: number, actions: DeskActions) => {
  const router = useRouter()
  const [state, dispatch] = useReducer(deskReducer, DESK_START)
  const [trail, setTrail] = useState<readonly Made[]>([])
  /** What is on the page now, for what began on an earlier one and was answered since. */
  const newest = useRef(view)
  useEffect(() => {
    newest.current = view
  })
  const cards = cardsToDo(view, state)
  const shown = useFewAtATime(cards)
  const undelivered = useUndelivered()
  const goOn = useGoingOn(view, cards, shown)

  const counts = believedCounts(view, state)
  useFreshPages(view, state, cards.length, counts[view.tab])

  /** Where to go on from a card: what no colleague has in hand, first below it, then above. */
  const nextTo = (card: QueueCardView, isFree: (commentId: string) => boolean): QueueCardView | undefined => {
    const at = shown.findIndex((one) => cardKey(one) === cardKey(card))
    const free = (one: QueueCardView): boolean => isFree(one.commentId)
    return (
      shown.slice(at + 1).find(free) ?? shown.slice(0, at).findLast(free) ?? shown[at + 1] ?? shown[at - 1]
    )
  }

  /** What the server tells of others. */
  const changed = (comments: readonly CommentNow[], counts: QueueView['counts'], me: string | null): void => {
    const { gone, fresh, isStale, text } = whatOthersDid({ ...view, cards }, comments, me)
    const answering = gone.filter(({ card }) => isAnswering(card))
    for (const { card, how } of answering) dispatch({ type: 'overtaken', card, text: how })
    const leaving = gone.filter((one) => !answering.includes(one)).map(({ card }) => card)
    const focused = leaving.find((card) =>
      document.getElementById(cardId(card.commentId))?.contains(document.activeElement),
    )
    if (focused) {
      const next = nextTo(focused, (id) => !leaving.some(({ commentId }) => commentId === id))
      goOn(next?.commentId ?? null, view)
    }
    const news =
      text === null || leaving.length === 0 ? null : ({ kind: 'elsewhere', text, quiet: !focused } as const)
    dispatch({ type: 'elsewhere', view, counts, told: comments, gone: leaving, fresh, news })
    if (isStale) router.refresh()
  }

  const store = async (card: QueueCardView, form: FormData, sent: Waiting): Promise<string | null> => {
    // The next card first: to send it takes as long as half a frame.
    await new Promise<void>((painted) => void afterPaint(painted))
    const answer = await asked(actions.decide(IDLE, form))
    sent.answered()
    if (answer?.kind === 'done') {
      dispatch({ type: 'stored', ...partly(answer.value) })
      return answer.value.undo
    }
    dispatch({ type: 'failed', card, ...problemIn(answer) })
    setTrail((made) => made.filter((one) => one.card !== card))
    return null
  }

  const decide = (
    card: QueueCardView,
    move: Judgement,
    how: { readonly reason: string; readonly all: boolean },
    isFree: (commentId: string) => boolean,
  ): void => {
    if (state.left.has(cardKey(card))) return
    goOn(nextTo(card, isFree)?.commentId ?? null, view)
    dispatch({ type: 'decided', card, move, view, all: how.all })
    const form = decisionForm(card, move, how, { at: place, seenAt })
    const sent = undelivered.add('decide', form)
    setTrail((made) => [...made, { card, undo: store(card, form, sent), sent }])
  }

  /** False when the server could not be reached: then it may be tried again. */
  const undo = async (card: QueueCardView, key: string): Promise<boolean> => {
    dispatch({ type: 'undoing' })
    const form = undoForm(key, place)
    const sent = undelivered.add('undo', form)
    const answer = await asked(actions.undo(IDLE, form))
    sent.answered()
    if (answer?.kind !== 'done') {
      dispatch({ type: 'failed', card: null, ...problemIn(answer) })
      return answer !== null
    }
    goOn(card.commentId, newest.current)
    const { undone, left } = answer.value
    const what =
      undone === 1 ? `comment by ${namedAs(card)} is as it was` : `${undone} comments are as they were`
    const text = `Undone: ${what}${left > 0 ? `; ${left} were changed since and stay as they are` : ''}`
    dispatch({ type: 'stored', news: { kind: 'undone', text } })
    return true
  }

  const pick = async (card: QueueCardView, what: PickMove): Promise<void> => {
    dispatch({ type: 'undoing' })
    const form = pickForm(card.commentId, what, place)
    const sent = undelivered.add('pick', form)
    const answer = await asked(actions.feature(IDLE, form))
    sent.answered()
    if (answer?.kind !== 'done') return dispatch({ type: 'failed', card: null, ...problemIn(answer) })
    const text = `${PICKS[what].done}: comment by ${namedAs(card)}`
    dispatch({ type: 'stored', news: { kind: 'undone', text } })
  }

  const undoLast = async (): Promise<void> => {
    const last = trail.at(-1)
    if (!last) return
    setTrail(trail.slice(0, -1))
    last.sent.takeBack()
    // A decision that was never stored has told so already, and its card is back.
    const key = await last.undo
    if (key === null || (await undo(last.card, key))) return
    setTrail((made) => [...made, last])
  }

  const problemOf = (card: QueueCardView): string | undefined => state.problems[cardKey(card)]

  return {
    cards,
    shown,
    state,
    counts,
    decide,
    changed,
    reload: (): void => router.refresh(),
    fresh: state.fresh?.view === view ? state.fresh.ids.size : 0,
    undo: (card: QueueCardView, key: string): void => void undo(card, key),
    pick: (card: QueueCardView, what: PickMove): void => void pick(card, what),
    undoLast: (): void => void undoLast(),
    problemOf,
    canUndo: trail.length > 0,
  }
}
