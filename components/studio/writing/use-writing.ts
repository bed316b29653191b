import { useRef, useState } from 'react'
import type { Surface } from './surface'

/** What the page of a piece knows of where its text is written. */
export const useWriting = () => {
  const settleRef = useRef<(() => void) | null>(null)
  const [surface, show] = useState<Surface>('source')
  const [words, setWords] = useState<number | null>(null)
  const setSurface = (next: Surface): void => {
    show(next)
    if (next === 'source') setWords(null)
  }
  return { settleRef, surface, setSurface, words, setWords }
}
