import { useCallback, useRef, useState } from 'react'
import type { Surface } from './surface'
import { makeWordsNow } from './words-now'

/** What the page of a piece knows of where its text is written. */
export const useWriting = () => {
  const settleRef = useRef<(() => void) | null>(null)
  const [surface, show] = useState<Surface>('source')
  const [words] = useState(makeWordsNow)
  const setSurface = useCallback(
    (next: Surface): void => {
      show(next)
      if (next === 'source') words.say(null)
    },
    [words],
  )
  return { settleRef, surface, setSurface, words }
}
