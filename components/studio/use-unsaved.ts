import { type RefObject, useEffect } from 'react'

const LEAVE = 'You have changes that are not saved yet. Leave without saving them?'

/** Asks before what was typed is left behind: on the way to another page, and before another form is sent (signing out). */
export const useUnsaved = (unsaved: boolean, ownForm: RefObject<HTMLFormElement | null>): void => {
  useEffect(() => {
    if (!unsaved) return
    const stay = (event: BeforeUnloadEvent): void => event.preventDefault()
    const ask = (event: SubmitEvent): void => {
      const staysHere = event.target instanceof HTMLFormElement && event.target.method === 'dialog'
      if (staysHere || event.target === ownForm.current || window.confirm(LEAVE)) return
      event.preventDefault()
      event.stopPropagation()
    }
    const listening = new AbortController()
    const { signal } = listening
    window.addEventListener('beforeunload', stay, { signal })
    window.addEventListener('submit', ask, { signal, capture: true })
    return () => listening.abort()
  }, [unsaved, ownForm])
}
