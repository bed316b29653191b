import { useEffect, useImperativeHandle, useState, type Ref } from 'react'
import type { Mention, MentionKey } from './mention'

export interface PieceFound {
  readonly id: string
  readonly title: string
  /** Whether readers can follow a link to it already. */
  readonly isPublic: boolean
}

export interface PieceListKeys {
  key(key: MentionKey): boolean
}

const isList = (value: unknown): value is { readonly pieces: readonly PieceFound[] } =>
  typeof value === 'object' && value !== null && 'pieces' in value && Array.isArray(value.pieces)

const ask = async (words: string, signal: AbortSignal): Promise<readonly PieceFound[]> => {
  const answer = await fetch(`/studio/pieces?title=${encodeURIComponent(words)}`, { signal })
  const value: unknown = answer.ok ? await answer.json() : null
  return isList(value) ? value.pieces : []
}

/** The pieces whose titles hold what was typed behind an `@`. The keys stay in the text (ARIA's combobox). */
export function PieceLinkList({
  mention,
  keys,
  onChoose,
}: {
  mention: Mention
  keys: Ref<PieceListKeys>
  onChoose: (piece: PieceFound) => void
}) {
  const [found, setFound] = useState<readonly PieceFound[]>([])
  const [at, setAt] = useState(0)
  const { words } = mention
  useEffect(() => {
    const gone = new AbortController()
    const timer = setTimeout(() => {
      ask(words, gone.signal)
        .then((pieces) => {
          setFound(pieces)
          setAt(0)
        })
        .catch(() => {})
    }, 120)
    return () => {
      clearTimeout(timer)
      gone.abort()
    }
  }, [words])
  useImperativeHandle(keys, () => ({
    key: (key) => {
      const piece = found[at]
      if (!piece) return false
      if (key === 'choose') onChoose(piece)
      else setAt((at + (key === 'down' ? 1 : found.length - 1)) % found.length)
      return true
    },
  }))
  const chosen = found[at]
  return (
    <div className="piece-links" style={{ left: mention.left, top: mention.bottom + 4 }}>
      <p role="status" className="visually-hidden">
        {chosen
          ? `${chosen.title}, ${at + 1} of ${found.length}. Enter links to it.`
          : 'No piece of that name'}
      </p>
      {found.length === 0 ? (
        <p className="px-3 py-1 text-ink-3">No piece of that name</p>
      ) : (
        <ul role="listbox" aria-label="Pieces to link to">
          {found.map((piece, index) => (
            <li
              key={piece.id}
              role="option"
              aria-selected={index === at}
              dir="auto"
              onMouseDown={(event) => {
                event.preventDefault()
                onChoose(piece)
              }}
            >
              {piece.title} {piece.isPublic ? null : <span className="text-ink-3">not public yet</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
