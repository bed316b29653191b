import type { ArticleView } from '@/lib/articles/article-view'
import { Time } from '../ui/time'
import { NOTE_WORDS } from './words'

type Piece = Pick<ArticleView, 'notes' | 'language' | 'direction'>

/** Where the notes stand on the page of their piece. */
export const NOTES_ANCHOR = 'notes'

/** What was changed since the piece came out, and when. */
export function PieceNotes({ piece: { notes, language, direction } }: { piece: Piece }) {
  if (notes.length === 0) return null
  return (
    <section className="piece-notes" id={NOTES_ANCHOR} aria-label="Notes on this piece">
      {notes.map(({ on, kind, text }, index) => (
        <p key={index} className={`piece-note piece-note-${kind}`}>
          <span className="piece-note-head">
            {NOTE_WORDS[kind]}, <Time at={`${on}T00:00:00.000Z`} as="day" />
          </span>{' '}
          <span lang={language} dir={direction}>
            {text}
          </span>
        </p>
      ))}
    </section>
  )
}
