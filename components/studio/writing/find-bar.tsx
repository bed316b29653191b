import type { Editor } from '@tiptap/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { type Search, foundIn, replaceAll, replaceOne, search, step } from './find'

interface Props {
  readonly editor: Editor
  readonly say: (words: string) => void
  readonly onClose: () => void
}

const places = (count: number, current: number): string => {
  if (count === 0) return 'Nothing found'
  const all = count === 1 ? '1 place' : `${count} places`
  return current === 0 ? all : `${current} of ${all}`
}

/** Finding words in the text, and putting others in their place. Escape leads back to the text. */
export function FindBar({ editor, say, onClose }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState(() => {
    const { from, to } = editor.state.selection
    return editor.state.doc.textBetween(from, to).slice(0, 100)
  })
  const [other, setOther] = useState('')
  const [exactCase, setExactCase] = useState(false)
  const [told, setTold] = useState('')
  const tell = (): void => {
    const { count, current } = foundIn(editor.state)
    setTold(places(count, current))
  }
  useEffect(() => field.current?.select(), [])
  const look = (next: Search): void => {
    setWords(next.words)
    setExactCase(next.exactCase)
    editor.view.dispatch(search(editor.state, next))
    setTold(next.words === '' ? '' : places(foundIn(editor.state).count, 0))
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

  const go = (direction: 1 | -1): void => {
    const found = step(editor.state, direction)
    if (found) editor.view.dispatch(found)
    tell()
  }
  const replace = (): void => {
    const change = replaceOne(editor.state, other)
    if (change) editor.view.dispatch(change)
    go(1)
  }
  const everywhere = (): void => {
    const { count } = foundIn(editor.state)
    editor.view.dispatch(replaceAll(editor.state, other))
    say(count === 1 ? 'Replaced in 1 place' : `Replaced in ${count} places`)
    tell()
  }
  const onKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Escape') {
      event.preventDefault()
      onClose()
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault()
      go(event.shiftKey ? -1 : 1)
    }
  }

  return (
    <div
      role="search"
      aria-label="Find in the text"
      className="find-bar"
      onKeyDown={onKey}
      onInput={(event) => event.stopPropagation()}
    >
      <label>
        Find
        <input
          ref={field}
          className="input"
          value={words}
          onChange={(event) => look({ words: event.target.value, exactCase })}
          dir="auto"
        />
      </label>
      <label>
        Replace with
        <input
          className="input"
          value={other}
          onChange={(event) => setOther(event.target.value)}
          dir="auto"
        />
      </label>
      <label className="find-case">
        <input
          type="checkbox"
          checked={exactCase}
          onChange={(event) => look({ words, exactCase: event.target.checked })}
        />
        Same case
      </label>
      <span role="status" className="tabular-nums text-ink-3">
        {told}
      </span>
      <span className="flex flex-wrap gap-2">
        <Button type="button" onClick={() => go(-1)}>
          Previous
        </Button>
        <Button type="button" onClick={() => go(1)}>
          Next
        </Button>
        <Button type="button" onClick={replace}>
          Replace
        </Button>
        <Button type="button" onClick={everywhere}>
          Replace all
        </Button>
        <Button type="button" kind="quiet" onClick={onClose}>
          Close
        </Button>
      </span>
    </div>
  )
}
