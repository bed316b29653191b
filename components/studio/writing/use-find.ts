import type { Editor } from '@tiptap/core'
import { useEffect, useRef, useState } from 'react'
import { type Search, foundIn, replaceAll, replaceOne, search, step } from './find'

const places = (count: number, current: number): string => {
  if (count === 0) return 'Nothing found'
  const all = count === 1 ? '1 place' : `${count} places`
  return current === 0 ? all : `${current} of ${all}`
}

/** Looks for words in the text, first for what is selected, until whoever asks goes away. */
export const useFind = (editor: Editor, say: (words: string) => void) => {
  const [words, setWords] = useState(() => {
    const { from, to } = editor.state.selection
    return editor.state.doc.textBetween(from, to).slice(0, 100)
  })
  const [exactCase, setExactCase] = useState(false)
  const [told, setTold] = useState('')
  const tell = (): void => {
    const { count, current } = foundIn(editor.state)
    setTold(places(count, current))
  }
  const first = useRef({ words, exactCase })
  useEffect(() => {
    editor.view.dispatch(search(editor.state, first.current))
  }, [editor])
  useEffect(
    () => () => {
      if (!editor.isDestroyed) editor.view.dispatch(search(editor.state, { words: '', exactCase: false }))
    },
    [editor],
  )

  const look = (next: Search): void => {
    setWords(next.words)
    setExactCase(next.exactCase)
    editor.view.dispatch(search(editor.state, next))
    setTold(next.words === '' ? '' : places(foundIn(editor.state).count, 0))
  }
  const go = (direction: 1 | -1): void => {
    const found = step(editor.state, direction)
    if (found) editor.view.dispatch(found)
    tell()
  }
  const replace = (other: string): void => {
    const change = replaceOne(editor.state, other)
    if (change) editor.view.dispatch(change)
    go(1)
  }
  const everywhere = (other: string): void => {
    const { count } = foundIn(editor.state)
    editor.view.dispatch(replaceAll(editor.state, other))
    say(count === 1 ? 'Replaced in 1 place' : `Replaced in ${count} places`)
    tell()
  }
  return { words, exactCase, told, look, go, replace, everywhere }
}
