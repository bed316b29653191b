import type { Editor } from '@tiptap/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useFind } from './use-find'

interface Props {
  readonly editor: Editor
  readonly say: (words: string) => void
  readonly onClose: () => void
}

/** Finding words in the text, and putting others in their place. Escape leads back to the text. */
export function FindBar({ editor, say, onClose }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const [other, setOther] = useState('')
  const { words, exactCase, told, look, go, replace, everywhere } = useFind(editor, say)
  useEffect(() => field.current?.select(), [])

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
        <Button type="button" onClick={() => replace(other)}>
          Replace
        </Button>
        <Button type="button" onClick={() => everywhere(other)}>
          Replace all
        </Button>
        <Button type="button" kind="quiet" onClick={onClose}>
          Close
        </Button>
      </span>
    </div>
  )
}
