import { type RefObject, useEffect, useRef } from 'react'

/** What keys ask for that belongs to the page around the text. */
export interface SheetKeys {
  readonly toTools: () => void
  readonly onLink: () => void
  readonly onFind: () => void
}

const askedBy = (event: KeyboardEvent): keyof SheetKeys | null => {
  const mod = event.ctrlKey || event.metaKey
  const key = event.key.toLowerCase()
  if (event.altKey && event.key === 'F10') return 'toTools'
  if (mod && key === 'k') return 'onLink'
  return mod && !event.shiftKey && key === 'f' ? 'onFind' : null
}

/** Listens where the text is written. What was typed there is the sheet's to tell: the form hears none of it. */
export const useSheetKeys = (host: RefObject<HTMLElement | null>, given: SheetKeys): void => {
  const latest = useRef(given)
  useEffect(() => {
    latest.current = given
  })
  useEffect(() => {
    const place = host.current
    if (!place) return
    const onKey = (event: KeyboardEvent): void => {
      const asked = askedBy(event)
      if (!asked) return
      latest.current[asked]()
      event.preventDefault()
    }
    // The fields of the form are read when somebody types in them; the sheet says itself when it changed.
    const keep = (event: Event): void => event.stopPropagation()
    const listening = new AbortController()
    const { signal } = listening
    place.addEventListener('keydown', onKey, { signal })
    place.addEventListener('input', keep, { signal })
    return () => listening.abort()
  }, [host])
}
