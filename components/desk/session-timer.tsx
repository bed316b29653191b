'use client'

import { useEffect, useState } from 'react'

const SETTING = 'stet.desk.session'
const MINUTE = 60_000
/** So long without a sign is a pause, after which the time begins anew. */
const PAUSE = 15 * MINUTE
/** Then a pause is suggested; before, nothing is said. */
const LONG = 45
const QUIET = 5

interface Session {
  readonly from: number
  readonly last: number
}

const read = (): Session | null => {
  try {
    const [from = NaN, last = NaN] = (localStorage.getItem(SETTING) ?? '').split(' ').map(Number)
    return Number.isFinite(from) && Number.isFinite(last) ? { from, last } : null
  } catch {
    return null
  }
}

/** Goes on with the session of this device, or begins one. */
const touch = (now: number): Session => {
  const known = read()
  const session = { from: known && now - known.last < PAUSE ? known.from : now, last: now }
  try {
    localStorage.setItem(SETTING, `${session.from} ${session.last}`)
  } catch {
    // Storage can be forbidden; then no time is kept.
  }
  return session
}

/** How long somebody has been at the desk without a pause. Only on this device: nobody else learns of it. */
export function SessionTimer() {
  const [minutes, setMinutes] = useState(0)
  useEffect(() => {
    const tick = (): void => {
      if (document.hidden) return
      const now = Date.now()
      setMinutes(Math.floor((now - touch(now).from) / MINUTE))
    }
    tick()
    const timer = setInterval(tick, MINUTE)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [])
  if (minutes < QUIET) return null
  return (
    <p className={`text-caption whitespace-nowrap ${minutes < LONG ? 'text-ink-3' : 'text-amber'}`}>
      At the desk for {minutes} min{minutes < LONG ? '' : ': time for a pause'}
    </p>
  )
}
