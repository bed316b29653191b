'use client'

import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { Colleague } from '@/lib/realtime/desk/desk-event'
import { DeskLine, type DeskListener } from './desk-line'
import { useInHand } from './use-in-hand'

export interface Hands {
  /** Name of the colleague who has a card in hand; null for nobody else. */
  heldBy(commentId: string): string | null
  readonly isFree: (commentId: string) => boolean
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
  const line = useRef<DeskLine | null>(null)
  const onChanged = useEffectEvent<Heard['onChanged']>((...told) => heard(me).onChanged(...told))
  const onReset = useEffectEvent(() => heard(me).onReset())
  const firstSeenAt = useEffectEvent(() => seenAt)

  useEffect(() => {
    const own = new DeskLine({ onHello: setMe, onHere: setPeople, onChanged, onReset }, firstSeenAt())
    line.current = own
    const follow = (): void => own.follow()
    const letGo = (): void => own.letGo()
    follow()
    document.addEventListener('visibilitychange', follow)
    window.addEventListener('pagehide', letGo)
    return () => {
      document.removeEventListener('visibilitychange', follow)
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
      isFree: (commentId) => !holders.has(commentId),
      isMine: (commentId) => own.has(commentId),
      others: others.map(({ name }) => name),
    }
  }, [people, me])

  useInHand(line, me, { cards, untold, isFree: hands.isFree })
  return hands
}
