import type { AlternateLink, HeadFacts } from '../../components/reader/head-facts'
import { openGraphLocale } from '../../components/reader/open-graph-locale'
import { summaryOf } from '../../components/reader/summary-of'
import type { ArticleView } from '../../lib/articles/article-view'
import type { AroundView } from '../../lib/articles/read-around'
import { feedLinks } from './feed-links'
import type { Asked } from './page'
import { absolute, pieceImages } from './site'

/** Where it stood first, if that is elsewhere, is where it is found; and then nothing here is its translation. */
const languages = (
  asked: Pick<Asked, 'origin'>,
  { canonicalUrl, language, path }: ArticleView,
  { translations }: Pick<AroundView, 'translations'>,
): readonly AlternateLink[] =>
  canonicalUrl
    ? []
    : [{ language, path }, ...translations].map((piece) => ({
        hrefLang: piece.language,
        href: absolute(asked, piece.path),
      }))

/** What the page of a piece tells of it. */
export const articleHead = (
  asked: Pick<Asked, 'origin' | 'site'>,
  {
    piece,
    around,
    isFirstPage,
  }: {
    readonly piece: ArticleView
    readonly around: Pick<AroundView, 'translations'>
    /** Whether it shows the beginning of the thread. */
    readonly isFirstPage: boolean
  },
): HeadFacts => {
  const { name } = asked.site
  const { listing, path, base, title } = piece
  const description = listing.searchDescription || listing.excerpt || summaryOf(piece)
  const canonical = piece.canonicalUrl || absolute(asked, path)
  const comments = { path: `${base}/comments.xml`, title: `Comments on “${title}”` }
  return {
    title: `${listing.searchTitle || title} · ${name}`,
    description,
    authors: piece.bylines.map((byline) => byline.name),
    // A later page or a branch is no page of its own for search engines: its comments change places.
    robots: isFirstPage ? undefined : 'noindex, follow',
    canonical,
    alternates: [
      ...languages(asked, piece, around),
      ...feedLinks(asked, { comments }),
      { type: 'text/markdown', href: `${absolute(asked, base)}.md` },
    ],
    social: {
      siteName: name,
      title: listing.socialTitle || listing.searchTitle || title,
      description: listing.socialDescription || description,
      url: canonical,
      locale: openGraphLocale(piece.language),
      images: pieceImages(asked, piece),
      // A page is a part of the site, and nobody's article.
      article:
        piece.kind === 'page'
          ? undefined
          : {
              publishedTime: piece.publishedAt,
              modifiedTime: piece.updatedAt,
              authors: piece.bylines.map((byline) => absolute(asked, byline.path)),
              section: piece.kicker || undefined,
            },
    },
  }
}
