import { useSyncExternalStore } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button, ButtonLink } from '@/components/ui/button'
import { PUBLIC } from '@/lib/articles/article-status'
import type { StudioArticleView } from '@/lib/articles/article-view'
import { readingMinutes } from '@/lib/articles/document/word-count'
import type { Intent } from './editor-actions'
import type { SaverState } from './saver/saver'
import { PlannedAt } from './planned-at'
import { STATE_TONES, STATE_WORDS, wordsText } from './piece-words'
import type { WordsNow } from './writing/words-now'

export interface EditorBarProps {
  readonly piece: StudioArticleView
  /** The publication's own time zone. */
  readonly zone: string
  readonly words: WordsNow
  /** As many as the text has that is looked at, where none is written on the sheet. */
  readonly wordCount: number
  readonly said: string | null
  readonly unsaved: boolean
  readonly sending: Intent | null
  /** How saving by itself goes. */
  readonly autosave: SaverState
  /** Two texts are in sight: which one goes on is chosen first. */
  readonly isTorn: boolean
  /** Somebody else writes: what is here can only be read. */
  readonly isReadOnly: boolean
}

/** The daily moves. The first one is what Enter in a field means. */
function Moves({ piece: { id, abilities }, sending }: Pick<EditorBarProps, 'piece' | 'sending'>) {
  const publishes = abilities.publish || abilities.update
  const busy = { 'aria-disabled': sending !== null }
  return (
    <div className="flex flex-wrap items-center gap-2 sm:ms-auto">
      {abilities.save ? (
        <Button name="intent" value="save" aria-keyshortcuts="Control+S Meta+S" {...busy}>
          Save draft
        </Button>
      ) : null}
      <noscript>
        <Button name="intent" value="preview" formAction="#preview">
          Preview
        </Button>
      </noscript>
      {abilities.schedule ? <ButtonLink href={`/studio/${id}/publish`}>Schedule…</ButtonLink> : null}
      {publishes ? (
        <Button kind="primary" name="intent" value="publish" {...busy}>
          Publish
        </Button>
      ) : null}
      {abilities.submit && !publishes ? (
        <Button kind="primary" name="intent" value="submit" {...busy}>
          Submit for review
        </Button>
      ) : null}
      {abilities.restore ? (
        <Button kind="primary" name="intent" value="restore" {...busy}>
          Restore
        </Button>
      ) : null}
      {abilities.save && !publishes && !abilities.submit ? (
        <p className="text-ink-2">An editor publishes this piece.</p>
      ) : null}
    </div>
  )
}

/** Drawn by itself: the count changes with every word. */
function Length({ words, wordCount }: Pick<EditorBarProps, 'words' | 'wordCount'>) {
  const written = useSyncExternalStore(words.subscribe, words.read, () => null)
  const count = written ?? wordCount
  return (
    <span className="text-ink-3 tabular-nums">
      {wordsText(count)} · {readingMinutes(count)} min
    </span>
  )
}

/** How the piece stands, and what can be done with it: always in the same place. */
export function EditorBar({ piece, zone, said, unsaved, sending, autosave, ...on }: EditorBarProps) {
  const { status, hasUnpublishedChanges, path } = piece
  return (
    <div className="editor-bar" data-state tabIndex={-1}>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Badge tone={STATE_TONES[status]}>{STATE_WORDS[status]}</Badge>
        {PUBLIC.has(status) ? <a href={path}>View piece</a> : null}
        {status === 'scheduled' && piece.publishedAt !== null ? (
          <span>
            for <PlannedAt at={piece.publishedAt} zone={zone} />
          </span>
        ) : null}
        {piece.hasConflict ? (
          <a href={`/studio/${piece.id}/conflict`} className="text-red">
            Two texts: settle which one goes on
          </a>
        ) : null}
        {hasUnpublishedChanges ? <span className="text-amber">Changes not published yet</span> : null}
        <Length words={on.words} wordCount={on.wordCount} />
        <span role="status" className="font-medium">
          {sending === null ? said : 'Saving…'}
        </span>
        {unsaved && sending === null ? (
          <span className="text-ink-3">
            {autosave === 'unreachable'
              ? 'No connection: kept on this device until there is one'
              : 'Not saved yet'}
          </span>
        ) : null}
      </div>
      {on.isTorn || on.isReadOnly ? null : <Moves piece={piece} sending={sending} />}
    </div>
  )
}
