'use client'

import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { Colleague } from '@/lib/realtime/desk/desk-event'
import { DeskLine, type DeskListener } from './desk-line'
import { HELD_MOST } from './desk-state'

/** The card in hand, and what comes next: so that the next key never waits for the server. */
const AHEAD = 3
/** A claim is told anew while somebody works; it ends by itself soon after they stop (milliseconds). */
const RENEW = 20_000
const AT_WORK = 60_000

export interface Hands {
  /** Name of the colleague who has a card in hand; null for nobody else. */
  heldBy(commentId: string): string | null
  isMine(commentId: string): boolean
  /** Names of those who are here, without the one who looks. */
  readonly others: readonly string[]
}

type Heard = Pick<DeskListener, 'onChanged' | 'onReset'>

/** Who else is at the desk and what they have in hand; and telling them what is in ours. */
export const useColleagues = (
  cards: readonly { readonly commentId: string }[],
  /** Decided about here, and not known to everybody yet: still in our hands. */
  untold: readonly string[],
  seenAt: number,
  heard: (me: string | null) => Heard,
): Hands => {
  const [me, setMe] = useState<string | null>(null)
  const [people, setPeople] = useState<readonly Colleague[]>([])
  const [focused, setFocused] = useState<string | null>(null)
  const line = useRef<DeskLine | null>(null)
  const workedAt = useRef(0)
  const onChanged = useEffectEvent<Heard['onChanged']>((...told) => heard(me).onChanged(...told))
  const onReset = useEffectEvent(() => heard(me).onReset())
  const firstSeenAt = useEffectEvent(() => seenAt)

  useEffect(() => {
    const own = new DeskLine({ onHello: setMe, onHere: setPeople, onChanged, onReset }, firstSeenAt())
    line.current = own
    const follow = (): void => own.follow()
    const letGo = (): void => own.letGo()
    const focus = ({ target }: FocusEvent): void => {
      workedAt.current = performance.now()
      const card = target instanceof Element ? target.closest('[data-card]') : null
      if (card) setFocused(card.getAttribute('data-card'))
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    document.addEventListener('focusin', focus)
    window.addEventListener('pagehide', letGo)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      document.removeEventListener('focusin', focus)
      window.removeEventListener('pagehide', letGo)
      letGo()
      own.close()
    }
  }, [])

  const hands = useMemo((): Hands => {
    const others = people.filter(({ userId }) => userId !== me)
    const holders = new Map(others.flatMap(({ name, cards: held }) => held.map((id) => [id, name] as const)))
    const own = new Set(people.filter(({ userId }) => userId === me).flatMap(({ cards: held }) => held))
    return {
      heldBy: (commentId) => holders.get(commentId) ?? null,
      isMine: (commentId) => own.has(commentId),
      others: others.map(({ name }) => name),
    }
  }, [people, me])

  const at = Math.max(
    0,
    cards.findIndex(({ commentId }) => commentId === focused),
  )
  const ahead = cards
    .slice(at)
    .filter(({ commentId }) => hands.heldBy(commentId) === null)
    // Never more than can be held until everybody has heard: what nobody holds any more, others take up.
    .slice(0, Math.max(0, Math.min(AHEAD, HELD_MOST - untold.length)))
  const wanted = [...ahead.map(({ commentId }) => commentId), ...untold].join(',')

  useEffect(() => {
    if (me === null) return
    const hold = (): void => line.current?.hold(wanted === '' ? [] : wanted.split(','))
    hold()
    const renew = setInterval(() => {
      if (performance.now() - workedAt.current < AT_WORK && !document.hidden) hold()
    }, RENEW)
    return () => clearInterval(renew)
  }, [wanted, me])

  return hands
}
