import type { PieceNote } from '@/lib/articles/article'
import type { ArticleCardView, ArticleView, SeriesPlaceView } from '@/lib/articles/article-view'
import type { AroundView } from '@/lib/articles/read-around'
import type { CommentView, ThreadView } from '@/lib/comments/comment-view'
import { excerpt } from './excerpt'
import { type Facts, type SiteFacts, publisherFacts, websiteId } from './site-facts'
import { summaryOf } from './summary-of'
import { shownName } from './words'

/** Letters (code points) of a comment that machines are told; the whole of it stands on the page. */
const TOLD = 1_000

const counted = (type: string, count: number): Facts => ({
  '@type': 'InteractionCounter',
  interactionType: `https://schema.org/${type}`,
  userInteractionCount: count,
})

const commentFacts = ({ id, name, body, createdAt, recommends }: CommentView, address: string): Facts => ({
  '@type': 'Comment',
  author: { '@type': 'Person', name: shownName(name) },
  text: excerpt(body, TOLD),
  dateCreated: createdAt,
  url: `${address}#comment-${id}`,
  upvoteCount: recommends,
})

/** The comments at the top of the page: what is left of a removed one is no comment. */
const commentsOn = ({ branches }: ThreadView): readonly CommentView[] =>
  branches.map(({ comment }) => comment).filter(({ kind }) => kind === 'comment')

const authorFacts = ({ name, path }: ArticleView['bylines'][number], { origin }: SiteFacts): Facts => ({
  '@type': 'Person',
  name,
  url: `${origin}${path}`,
})

const seriesFacts = ({ name, path }: SeriesPlaceView, { origin }: SiteFacts): Facts => ({
  '@type': 'CreativeWorkSeries',
  name,
  url: `${origin}${path}`,
})

const translationFacts = ({ title, path, language }: ArticleCardView, { origin }: SiteFacts): Facts => ({
  '@type': 'Article',
  '@id': `${origin}${path}`,
  headline: title,
  inLanguage: language,
})

const correctionFacts = ({ on, text }: PieceNote): Facts => ({
  '@type': 'CorrectionComment',
  text,
  datePublished: on,
})

const correctionsOf = ({ notes }: ArticleView): Facts => {
  const corrections = notes.filter(({ kind }) => kind === 'correction')
  return corrections.length > 0 ? { correction: corrections.map(correctionFacts) } : {}
}

/** Its cover in the three shapes that search engines ask for; without one its own pictures, and its words in these shapes. */
const picturesOf = ({ cover, pictures, base }: ArticleView): readonly string[] =>
  cover
    ? [cover.crops.square, cover.crops.standard, cover.crops.wide]
    : [...pictures, ...['card-1x1', 'card-4x3', 'card-16x9'].map((shape) => `${base}/${shape}.png`)]

/** A piece in the words of schema.org. `commentCount` is the count of visible comments that the page shows. */
export const pieceFacts = (
  piece: ArticleView,
  {
    address,
    site,
    thread,
    around: { series, translations } = { series: null, translations: [] },
  }: {
    readonly address: string
    readonly around?: Pick<AroundView, 'series' | 'translations'>
    readonly site: SiteFacts
    /** The first page of its thread; null on other pages, which are not the piece's own address. */
    readonly thread: ThreadView | null
  },
): Facts => ({
  '@context': 'https://schema.org',
  '@type': piece.kind === 'page' ? 'WebPage' : 'Article',
  '@id': address,
  headline: piece.title,
  description: summaryOf(piece),
  ...(piece.kicker ? { articleSection: piece.kicker } : {}),
  ...(piece.tags.length > 0 ? { keywords: piece.tags.map(({ name: tag }) => tag) } : {}),
  image: picturesOf(piece).map((picture) => new URL(picture, address).href),
  inLanguage: piece.language,
  datePublished: piece.publishedAt,
  dateModified: piece.updatedAt,
  author: piece.bylines.map((byline) => authorFacts(byline, site)),
  publisher: publisherFacts(site),
  isPartOf: series ? [{ '@id': websiteId(site) }, seriesFacts(series, site)] : { '@id': websiteId(site) },
  ...(series ? { position: series.part } : {}),
  ...(translations.length > 0
    ? { workTranslation: translations.map((other) => translationFacts(other, site)) }
    : {}),
  ...correctionsOf(piece),
  isAccessibleForFree: true,
  mainEntityOfPage: address,
  url: address,
  discussionUrl: `${address}#comments`,
  commentCount: piece.commentCount,
  interactionStatistic: counted('CommentAction', piece.commentCount),
  ...(thread ? { comment: commentsOn(thread).map((comment) => commentFacts(comment, address)) } : {}),
})
