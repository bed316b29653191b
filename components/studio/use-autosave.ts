import { useEffect, useRef, useState } from 'react'
import type { StudioArticleView } from '@/lib/articles/article-view'
import type { DomainError } from '@/lib/kernel/domain-error'
import type { TypedOver } from './editor-actions'
import { type PieceValues, differences, readPiece } from './piece-values'
import { pageName } from './lock/page-name'
import { indexedJournal } from './saver/indexed-journal'
import type { JournalEntry } from './saver/journal'
import { type Saver, type SaverState, makeSaver } from './saver/saver'
import { type AutoSaved, sendSave } from './send-save'
import { isWhatWasSent } from './typed-document'

const asPiece = (values: Readonly<Record<string, string>>): PieceValues =>
  readPiece((field) => values[field] ?? '')

interface Autosave {
  readonly articleId: string
  /** As the page was opened with it. */
  readonly piece: StudioArticleView
  readonly start: { readonly values: PieceValues; readonly version: number }
  /** Off for what cannot be saved, and for a form that came back with a problem to look at. */
  readonly isOn: boolean
  readonly slugBefore: () => string
  readonly onSaved: (sent: PieceValues, saved: AutoSaved) => void
  readonly onRefused: (sent: PieceValues, error: DomainError) => void
}

/** A text that this device kept and no server has. */
export interface Found {
  readonly values: PieceValues
  readonly over: Pick<TypedOver, 'version'>
  readonly at: number
  readonly forget: () => void
}

/** Whether nothing is in it that the server does not have. */
const isStored = (values: PieceValues, { piece, start }: Pick<Autosave, 'piece' | 'start'>): boolean =>
  differences(values, start.values).length === 0 || isWhatWasSent(piece, values)

/** Saves by itself, and finds again what was typed before the page or its browser ended. */
export const useAutosave = (given: Autosave) => {
  const [state, setState] = useState<SaverState>('saved')
  const [found, setFound] = useState<Found | null>(null)
  const saver = useRef<Saver | null>(null)
  const latest = useRef(given)
  useEffect(() => {
    latest.current = given
  })

  const { articleId, isOn } = given
  useEffect(() => {
    if (!isOn) return
    const journal = indexedJournal()
    const holder = pageName()
    const { start, piece } = latest.current
    const made = makeSaver(
      {
        ...{ subject: articleId, holder, journal, onState: setState, now: () => Date.now() },
        after: (milliseconds, work) => {
          const timer = setTimeout(work, milliseconds)
          return () => clearTimeout(timer)
        },
        send: async (values, version) => {
          const sent = asPiece(values)
          const { slugBefore, onSaved, onRefused } = latest.current
          const answer = await sendSave(articleId, sent, { version, slugBefore: slugBefore() })
          if (answer.kind === 'unreachable') return answer
          if (answer.kind === 'refused') {
            onRefused(sent, answer.error)
            return { kind: 'refused', again: answer.error.code !== 'conflict' }
          }
          onSaved(sent, answer.saved)
          return { kind: 'saved', version: answer.saved.version }
        },
      },
      start,
    )
    saver.current = made
    /** Where the piece stands as it was sent, it had arrived: what was typed since goes over that. */
    const versionOf = ({ sent, version }: JournalEntry): number =>
      sent && isWhatWasSent(piece, asPiece(sent)) ? start.version : version
    const offer = (entry: JournalEntry): void =>
      setFound({
        values: asPiece(entry.values),
        over: { version: versionOf(entry) },
        at: entry.at,
        forget: () => {
          setFound(null)
          journal.forget(articleId, entry.holder).catch(() => {})
        },
      })
    journal
      .read(articleId)
      .then((entries) => {
        const isLost = ({ values }: JournalEntry): boolean => !isStored(asPiece(values), { piece, start })
        const lost = entries.findLast(isLost)
        if (lost) offer(lost)
        // A page that closed with its last save under way never heard that it arrived.
        for (const entry of entries)
          if (!isLost(entry)) journal.forget(articleId, entry.holder).catch(() => {})
      })
      .catch(() => {})
    const listening = new AbortController()
    const { signal } = listening
    window.addEventListener('online', () => made.retry(), { signal })
    window.addEventListener('pagehide', () => void made.flush(), { signal })
    return () => {
      listening.abort()
      made.stop()
      saver.current = null
    }
  }, [articleId, isOn])

  return { state, found, saver }
}
