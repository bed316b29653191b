import type { CommentEntryView } from '@/lib/feeds/feed-view'
import { excerpt } from '../reader/excerpt'
import { shownName } from '../reader/words'
import { commentHtml } from './comment-html'
import { newest } from './feed'
import { STYLE, entryForPeople, headForPeople } from './for-people'
import { articleUrn } from './piece-entry'
import { RSS_NAMESPACES, rssDate } from './rss-feed'
import { type Xml, document, element } from './xml'

/** Letters of a comment where it is only pointed at. */
const BEGINNING = 200

export interface CommentsFeed {
  readonly title: string
  readonly description: string
  /** Absolute: the page of the comments, and the feed itself. */
  readonly page: string
  readonly address: string
  readonly origin: string
  readonly comments: readonly CommentEntryView[]
}

const commentUrn = (commentId: string): string => `urn:stet:comment:${commentId}`

/** RFC 4685: the comment it answers, else the piece. */
const answers = ({ inReplyTo, piece }: CommentEntryView, origin: string): Xml =>
  inReplyTo === null
    ? element('thr:in-reply-to', { ref: articleUrn(piece.id), href: origin + piece.path, type: 'text/html' })
    : element('thr:in-reply-to', {
        ref: commentUrn(inReplyTo),
        href: `${origin}/comments/${inReplyTo}`,
        type: 'text/html',
      })

const item = (comment: CommentEntryView, origin: string): Xml => {
  const url = origin + comment.permalink
  const name = shownName(comment.name)
  const title = `${name} on “${comment.piece.title}”`
  const publishedAt = comment.createdAt
  const summary = excerpt(comment.body, BEGINNING)
  return element(
    'item',
    {},
    element('title', {}, title),
    element('link', {}, url),
    element('guid', { isPermaLink: 'false' }, commentUrn(comment.id)),
    element('pubDate', {}, rssDate(publishedAt)),
    element('dc:creator', {}, name),
    element('description', {}, commentHtml(comment.body)),
    answers(comment, origin),
    entryForPeople({ url, title, publishedAt, authors: [], summary }),
  )
}

/** Comments as RSS 2.0: what `wfw:commentRss` leads to. The same comments give the same bytes. */
export const commentsFeed = ({
  title,
  description,
  page,
  address,
  origin,
  comments,
}: CommentsFeed): string => {
  const channel = element(
    'channel',
    {},
    element('title', {}, title),
    element('link', {}, page),
    element('description', {}, description),
    element('atom:link', { rel: 'self', type: 'application/rss+xml', href: address }),
    comments.length > 0
      ? element('lastBuildDate', {}, rssDate(newest(comments.map(({ changedAt }) => changedAt))))
      : null,
    element('generator', {}, 'Stet'),
    headForPeople(title, description, page, address),
    comments.map((comment) => item(comment, origin)),
  )
  return document(element('rss', { version: '2.0', ...RSS_NAMESPACES }, channel), { style: STYLE })
}
