import type { ArticleView } from '@/lib/articles/article-view'
import { absolute, absoluteHtml } from './absolute-html'
import { notesHtml } from './notes-html'
import type { FeedEntry } from './feed'

/** Whatever becomes of its address. */
export const articleUrn = (articleId: string): string => `urn:stet:article:${articleId}`

/** A reader of feeds knows no page around the text. */
const inDirection = (html: string, { direction, language }: ArticleView): string =>
  direction === 'rtl' ? `<div dir="rtl" lang="${language}">${html}</div>` : html

/** Its cover, else its first picture. */
const pictureOf = ({ cover, pictures: [first] }: ArticleView, url: string): FeedEntry['picture'] => {
  if (cover) return { url: absolute(cover.crops.wide, url), alt: cover.alt, credit: cover.credit }
  return first === undefined ? null : { url: absolute(first, url), alt: '', credit: '' }
}

/** A piece as every feed tells it. */
export const pieceEntry = (piece: ArticleView, origin: string): FeedEntry => {
  const url = `${origin}${piece.path}`
  return {
    id: articleUrn(piece.id),
    url,
    title: piece.title,
    summary: piece.dek,
    html: inDirection(absoluteHtml(piece.html, url) + notesHtml(piece), piece),
    picture: pictureOf(piece, url),
    publishedAt: piece.publishedAt,
    updatedAt: piece.updatedAt,
    authors: piece.bylines.map(({ name, path }) => ({ name, url: absolute(path, origin) })),
    categories: [...(piece.kicker ? [piece.kicker] : []), ...piece.tags.map((tag) => tag.name)],
    language: piece.language,
    comments: { count: piece.commentCount, url: `${url}#comments`, feed: `${url}/comments.xml` },
  }
}
