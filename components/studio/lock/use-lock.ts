import { useEffect, useRef, useState } from 'react'
import { askLock } from './ask-lock'
import { type LockKeeper, type LockState, keepLock } from './keep-lock'
import { pageName } from './page-name'

interface Given {
  readonly articleId: string
  /** Off for what nobody can write in. */
  readonly isOn: boolean
  /** Saves what is not saved, and begins no other save by itself. */
  readonly save: () => Promise<void>
}

/** Whether this page is the one in which the piece is written, and how to make it so. */
export const useLock = (given: Given) => {
  const [lock, setLock] = useState<LockState>({ kind: 'mine' })
  const keeper = useRef<LockKeeper | null>(null)
  const latest = useRef(given)
  useEffect(() => {
    latest.current = given
  })
  const { articleId, isOn } = given
  useEffect(() => {
    if (!isOn) return
    let made: LockKeeper | null = null
    const begin = (): void => {
      made = keepLock({
        ask: (wish) => askLock(articleId, pageName(), wish),
        save: () => latest.current.save(),
        onState: setLock,
        begin: () => window.location.reload(),
        after: (milliseconds, work) => {
          const timer = setTimeout(work, milliseconds)
          return () => clearTimeout(timer)
        },
      })
      keeper.current = made
    }
    const wake = (): void => {
      if (document.visibilityState === 'visible') made?.wake()
    }
    const leave = (): void => made?.leave()
    // Shown again by the browser as it was left.
    const back = ({ persisted }: PageTransitionEvent): void => {
      if (persisted) begin()
    }
    begin()
    const listening = new AbortController()
    const { signal } = listening
    document.addEventListener('visibilitychange', wake, { signal })
    window.addEventListener('pagehide', leave, { signal })
    window.addEventListener('pageshow', back, { signal })
    return () => {
      listening.abort()
      leave()
    }
  }, [articleId, isOn])
  return { lock, take: () => keeper.current?.take() }
}
