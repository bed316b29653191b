/** Contrast of the accent where it is worst, on both papers. */
export interface SpecimenContrast {
  readonly light: number
  readonly dark: number
}

const PAPERS = [
  ['light', 'On light paper'],
  ['dark', 'On dark paper'],
] as const

/** A theme to look at: a few lines of a page on both papers, side by side. `sheet` is the address of its style sheet. */
export function Specimen({
  publication,
  sheet,
  contrast,
}: {
  publication: string
  sheet: string
  contrast: SpecimenContrast
}) {
  return (
    <section aria-labelledby="specimen-title" className="grid gap-3">
      <link rel="stylesheet" href={sheet} />
      <h2 id="specimen-title" className="text-h2 leading-[1.2] font-bold">
        How it looks
      </h2>
      <div className="grid gap-6 sm:grid-cols-2">
        {PAPERS.map(([paper, label]) => (
          <figure key={paper} className="grid content-start gap-2">
            <div className={`specimen specimen-${paper}`}>
              <p className="specimen-name">
                <bdi>{publication}</bdi>
              </p>
              <p className="specimen-kicker">A kicker</p>
              <p className="specimen-headline">The tide is late again, and nobody minds</p>
              <p className="specimen-dek">What stands below a headline says why one should read on.</p>
              <p className="specimen-text">
                The text of a piece, with <span className="specimen-link">a link in it</span> and{' '}
                <em>a few words</em> that want more weight than the others.
              </p>
            </div>
            <figcaption className="text-ink-2">
              {label}: contrast {(Math.floor(contrast[paper] * 10) / 10).toFixed(1)} : 1
            </figcaption>
          </figure>
        ))}
      </div>
    </section>
  )
}
