import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** False on the server and while the page is taken over: what only scripts can do is shown from the next moment on. */
export const useHasScripts = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
