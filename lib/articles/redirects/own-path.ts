import { redirectPath } from './redirect-path'

/** The address of this site that a target names, as addresses are compared; null for the front page and for elsewhere. */
export const ownPath = (target: string): string | null =>
  target.startsWith('/') ? redirectPath(target) : null
