'use client'

import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { CardButtonsProps } from './card-buttons'

/** What a page was given, with as much of the page before it as `steady` keeps: the rest need not be drawn again. */
export const useSteady = <T>(given: T, steady: (earlier: T, later: T) => T): T => {
  const [last, setLast] = useState({ given, kept: given })
  if (last.given === given) return last.kept
  const kept = steady(last.kept, given)
  setLast({ given, kept })
  return kept
}

type CardActs = Pick<CardButtonsProps, 'onDecide' | 'onUndo' | 'onPick'>

/** The same functions for as long as the page is there; they do what the newest ones do. */
export const useCardActs = (acts: CardActs): CardActs => {
  const newest = useRef(acts)
  useLayoutEffect(() => {
    newest.current = acts
  })
  return useMemo(
    () => ({
      onDecide: (...given) => newest.current.onDecide(...given),
      onUndo: (...given) => newest.current.onUndo(...given),
      onPick: (...given) => newest.current.onPick(...given),
    }),
    [],
  )
}
