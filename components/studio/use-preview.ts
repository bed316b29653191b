import { useEffect, useState } from 'react'
import type { TextPreview } from '@/lib/articles/preview-text'
import type { PieceValues } from './piece-values'

const ADDRESS = '/studio/preview'
/** Milliseconds after the last key. */
const PAUSE = 250

type Source = Pick<PieceValues, 'text' | 'language'>

const isPreview = (value: unknown): value is TextPreview =>
  typeof value === 'object' && value !== null && 'html' in value && 'wordCount' in value

const ask = async ({ text, language }: Source, signal: AbortSignal): Promise<TextPreview | null> => {
  const answer = await fetch(ADDRESS, {
    method: 'POST',
    signal,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ text, language }),
  })
  const value: unknown = answer.ok ? await answer.json() : null
  return isPreview(value) ? value : null
}

/** The text as readers would see it, made by the server a moment after the last key. `behind`: it could not be made. */
export const usePreview = ({ text, language }: Source, first: { source: Source; preview: TextPreview }) => {
  const [made, setMade] = useState(first)
  const [behind, setBehind] = useState(false)
  const isCurrent = made.source.text === text && made.source.language === language

  useEffect(() => {
    if (isCurrent) return
    const gone = new AbortController()
    const timer = setTimeout(async () => {
      const preview = await ask({ text, language }, gone.signal).catch(() => null)
      if (gone.signal.aborted) return
      setBehind(preview === null)
      if (preview) setMade({ source: { text, language }, preview })
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      gone.abort()
    }
  }, [text, language, isCurrent])

  return { preview: made.preview, behind: behind && !isCurrent }
}
