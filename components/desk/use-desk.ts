'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useReducer, useRef, useState } from 'react'
import type { Judgement } from '@/lib/comments/judge'
import type { FormState } from '@/lib/http/form-state'
import type { CommentNow } from '@/lib/moderation/queue-reader'
import type { QueueCardView, QueueView } from '@/lib/moderation/queue-view'
import {
  type DecidedHere,
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
import { counted, leftWords } from './many-words'
import { isAnswering, whatOthersDid } from './others-did'
import { PICKS } from './moves'
import { useFewAtATime } from './use-few-at-a-time'

const IDLE = { kind: 'idle' } as const
/** Without a key for so long (milliseconds) the page is fetched anew; at once where fewer cards are left. */
const CALM = 500
const FEW = 8
const OFFLINE = 'The server could not be reached, so nothing was decided. Check the connection and try again.'

/** One decision made in this window, so that it can be undone even before the server has answered. */
interface Made {
  readonly card: QueueCardView
  readonly undo: Promise<string | null>
}

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

const asked = async <T>(answer: Promise<FormState<T>>): Promise<FormState<T> | null> => {
  try {
    return await answer
  } catch {
    return null
  }
}

/** What to say about an answer that is not the one hoped for. */
const problemIn = (answer: FormState | null) =>
  answer?.kind === 'refused'
    ? { text: answer.error.message, stale: answer.error.code === 'conflict', answered: true }
    : { text: OFFLINE, stale: false, answered: false }

/** What to say where something of a flood is left. */
const partly = (done: DecidedHere) => {
  const left = leftWords(done)
  return left === ''
    ? {}
    : { news: { kind: 'decided', text: `${counted(done.decided)} decided. ${left}` } as const }
}

/** Decisions without a page load: the card leaves at once, the server is told, and the truth is fetched when all is quiet. */
export const useDesk = (view: QueueView, place: DeskPlace, seenAt: number, actions: DeskActions) => {
  const router = useRouter()
  const [state, dispatch] = useReducer(deskReducer, DESK_START)
  const [trail, setTrail] = useState<readonly Made[]>([])
  const wish = useRef<Wish | null>(null)
  const refreshed = useRef(0)
  /** The page that was there when a fresh one was asked for. */
  const awaited = useRef<QueueView | null>(null)
  /** What is on the page now, for what began on an earlier one and was answered since. */
  const newest = useRef(view)
  useEffect(() => {
    newest.current = view
  })
  const cards = cardsToDo(view, state)
  const shown = useFewAtATime(cards)

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

  const { underWay, answers, reached } = state
  // Somebody goes through the cards key by key, and there are enough of them, or there will be no more: a page that is
  // drawn anew between two keys would make the next one wait.
  const pause = state.isFlowing && cards.length > (view.next === null ? 0 : FEW) ? CALM : 0
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

  const counts = believedCounts(view, state)
  const wanting = cards.length === 0 && underWay === 0 && reached ? counts[view.tab] : 0
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
      wish.current = { commentId: next?.commentId ?? null, since: view }
    }
    const news =
      text === null || leaving.length === 0 ? null : ({ kind: 'elsewhere', text, quiet: !focused } as const)
    dispatch({ type: 'elsewhere', view, counts, told: comments, gone: leaving, fresh, news })
    if (isStale) router.refresh()
  }

  const store = async (card: QueueCardView, form: FormData): Promise<string | null> => {
    // The next card first: to send it takes as long as half a frame.
    await new Promise<void>((painted) => void afterPaint(painted))
    const answer = await asked(actions.decide(IDLE, form))
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
    wish.current = { commentId: nextTo(card, isFree)?.commentId ?? null, since: view }
    dispatch({ type: 'decided', card, move, view, all: how.all })
    const key = store(card, decisionForm(card, move, how, { at: place, seenAt }))
    setTrail((made) => [...made, { card, undo: key }])
  }

  /** False when the server could not be reached: then it may be tried again. */
  const undo = async (card: QueueCardView, key: string): Promise<boolean> => {
    dispatch({ type: 'undoing' })
    const answer = await asked(actions.undo(IDLE, undoForm(key, place)))
    if (answer?.kind !== 'done') {
      dispatch({ type: 'failed', card: null, ...problemIn(answer) })
      return answer !== null
    }
    wish.current = { commentId: card.commentId, since: newest.current }
    const { undone, left } = answer.value
    const what =
      undone === 1 ? `comment by ${namedAs(card)} is as it was` : `${undone} comments are as they were`
    const text = `Undone: ${what}${left > 0 ? `; ${left} were changed since and stay as they are` : ''}`
    dispatch({ type: 'stored', news: { kind: 'undone', text } })
    return true
  }

  const pick = async (card: QueueCardView, what: PickMove): Promise<void> => {
    dispatch({ type: 'undoing' })
    const answer = await asked(actions.feature(IDLE, pickForm(card.commentId, what, place)))
    if (answer?.kind !== 'done') return dispatch({ type: 'failed', card: null, ...problemIn(answer) })
    const text = `${PICKS[what].done}: comment by ${namedAs(card)}`
    dispatch({ type: 'stored', news: { kind: 'undone', text } })
  }

  const undoLast = async (): Promise<void> => {
    const last = trail.at(-1)
    if (!last) return
    setTrail(trail.slice(0, -1))
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
