import { changedParagraphs } from './changed-paragraphs'
import { PIECE_LABELS, type PieceValues, differences } from './piece-values'

/** What the others saved, beside the fields that hold what was typed here. Where it differs is marked. */
export function TheirText({ theirs, mine }: { theirs: PieceValues; mine: PieceValues }) {
  const lines = differences(theirs, mine).filter((field) => field !== 'text' && field !== 'document')
  return (
    <section aria-labelledby="theirs" className="preview">
      <h2 id="theirs" className="mb-6 text-h3 font-bold">
        Theirs
      </h2>
      {lines.length === 0 ? null : (
        <dl className="mb-4 grid gap-2">
          {lines.map((field) => (
            <div key={field}>
              <dt className="text-caption text-ink-3">{PIECE_LABELS[field]}</dt>
              <dd dir="auto" className="wrap-anywhere">
                {theirs[field] === '' ? <em className="text-ink-3">nothing</em> : theirs[field]}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="text-caption text-ink-3">Text. Paragraphs that differ from yours are underlined.</p>
      <div className="their-text" lang={theirs.language}>
        {changedParagraphs(theirs.text, mine.text).map(({ text, changed }, index) => (
          <p key={index} dir="auto">
            {changed ? <ins>{text}</ins> : text}
          </p>
        ))}
      </div>
    </section>
  )
}
