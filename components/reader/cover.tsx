import type { CoverView } from '@/lib/articles/article-view'

/** The column, or the page without its margins (app/styles/reader/sheet.css). */
const WIDE = '(min-width: 67.5rem) 52rem, calc(100vw - 2.25rem)'

/** Where a cover stands: how wide it is there (`sizes`), and cut to which shape. */
const PLACES = {
  lead: { sizes: WIDE, first: true },
  piece: { sizes: WIDE, first: true },
  row: { sizes: '(min-width: 40rem) 11rem, 6rem', first: false },
} as const

/** The picture that stands for a piece, in its place before it comes. */
export function Cover({ cover, place }: { cover: CoverView; place: keyof typeof PLACES }) {
  const { src, srcset, others, width, height, alt, focus, colour } = cover
  const { sizes, first } = PLACES[place]
  return (
    <picture className={`cover cover-${place}`}>
      {others.map((other) => (
        <source key={other.type} type={other.type} srcSet={other.srcset} sizes={sizes} />
      ))}
      <img
        className="u-photo"
        {...{ src, sizes, width, height, alt }}
        srcSet={srcset}
        data-focus={focus || undefined}
        data-colour={colour}
        loading={first ? undefined : 'lazy'}
        fetchPriority={first ? 'high' : undefined}
        decoding={first ? undefined : 'async'}
      />
    </picture>
  )
}
