import { runtime } from './runtime'

/**
 * Gives the page being rendered another status than 200. Call it before anything is sent: at the top of a page, or
 * in a server action. Next itself offers no such thing (its notFound() and errors need scripts to be readable).
 */
export const setStatus = (status: number): void => {
  runtime().scope.getStore()?.setStatus(status)
}
