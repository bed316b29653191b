'use client'

import { useEffect, useState } from 'react'
import { Undelivered } from './undelivered'

/** What this page has not been answered yet; sent together when it is left. */
export const useUndelivered = (): Undelivered => {
  const [undelivered] = useState(() => new Undelivered())
  useEffect(() => {
    const remember = (): void => undelivered.remember()
    const leave = (): void => undelivered.send()
    window.addEventListener('beforeunload', remember)
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('beforeunload', remember)
      window.removeEventListener('pagehide', leave)
    }
  }, [undelivered])
  return undelivered
}
