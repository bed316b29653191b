import type { Refused } from './form-state'
import { runtime } from './runtime'

/** Called by defineAction. */
export const rememberRefused = (state: Refused): void => {
  const scope = runtime().scope.getStore()
  if (scope) scope.refused = state
}

/**
 * The form that this very request posted, if it was refused: for a page that cannot show that form any more (its
 * writer is signed out, the piece is not theirs) and must not lose what was typed.
 */
export const refusedPost = (): Refused | null => runtime().scope.getStore()?.refused ?? null
