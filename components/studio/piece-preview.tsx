import type { TextPreview } from '@/lib/articles/preview-text'
import type { PieceValues } from './piece-values'

/** As readers would see it. The HTML comes from our own renderer and its allow-list (lib/articles/document). */
export function PiecePreview({
  values: { kicker, title, dek, language },
  preview: { html, direction },
  behind,
}: {
  values: PieceValues
  preview: TextPreview
  behind: boolean
}) {
  const isEmpty = html === '' && title === '' && dek === ''
  return (
    <section aria-labelledby="preview-label" className="preview" id="preview">
      <h2 id="preview-label" className="field-label">
        Preview
      </h2>
      {behind ? (
        <p className="text-caption text-ink-3">
          The preview could not be brought up to date. It tries again with the next key.
        </p>
      ) : null}
      {isEmpty ? <p className="text-ink-3">What you write appears here as readers will see it.</p> : null}
      <div lang={language} dir={direction}>
        {kicker ? <p className="preview-kicker">{kicker}</p> : null}
        {title ? <p className="preview-title">{title}</p> : null}
        {dek ? <p className="preview-dek">{dek}</p> : null}
        <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
      </div>
    </section>
  )
}
