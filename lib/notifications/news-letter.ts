import { DAY } from '../kernel/clock'
import type { Secrets } from '../kernel/secrets'
import { type Part, letterText } from './letter-text'
import { stopPath } from './mail-links'
import type { Letter } from './mailer'
import type { NewsRow } from './notice-store'
import { plainLine } from './plain-line'

const QUOTE_MAX = 200

/** News that readers can see at this moment. */
export type VisibleNews = NewsRow & { readonly visible: NonNullable<NewsRow['visible']> }

interface House {
  readonly secrets: Pick<Secrets, 'mac'>
  readonly origin: string
  readonly name: string
}

const who = ({ visible }: VisibleNews): string => plainLine(visible.name, 80) || 'Somebody'

const sentence = (news: VisibleNews): string =>
  news.wish === 'approved' ? 'Your comment was approved.' : `${who(news)} replied to your comment.`

const partsOf = (origin: string, news: VisibleNews): readonly Part[] => {
  const { wish, visible, commentId } = news
  const link: Part = {
    kind: 'link',
    text: wish === 'approved' ? 'Read it in the conversation' : 'Read it, and answer',
    href: `${origin}/comments/${commentId}`,
  }
  const words: Part = { kind: 'words', text: sentence(news) }
  const heading: Part = { kind: 'heading', text: plainLine(visible.piece.title, 200) }
  // One's own words need not be repeated to one.
  return wish === 'approved'
    ? [heading, words, link]
    : [heading, words, { kind: 'quote', text: plainLine(visible.body, QUOTE_MAX) }, link]
}

const subjectOf = (news: readonly [VisibleNews, ...VisibleNews[]]): string => {
  const [first] = news
  const title = plainLine(first.visible.piece.title, 90)
  if (news.length > 1) return `${news.length} updates on your comments`
  return first.wish === 'approved'
    ? `Your comment was approved: ${title}`
    : `A reply to your comment: ${title}`
}

/**
 * News for one address: alone, or several as a digest. Only what is visible comes in here. The Message-ID is made of
 * the notices, so that the same mail tried twice is recognised as one.
 */
export const newsLetter = (
  { secrets, origin, name }: House,
  emailKey: string,
  news: readonly [VisibleNews, ...VisibleNews[]],
): Letter => {
  const [first] = news
  const isDigest = news.length > 1
  const stop = origin + stopPath(secrets, { id: first.subscriptionId, emailKey }, { everything: isDigest })
  return {
    id: secrets.mac('message-id', ...news.map(({ noticeId }) => noticeId)),
    to: first.email,
    subject: plainLine(subjectOf(news), 120),
    unsubscribe: stop,
    ...letterText([
      ...news.flatMap((one) => partsOf(origin, one)),
      { kind: 'small', text: `You asked ${name} for these mails.` },
      { kind: 'small', text: 'Stop these mails', href: stop },
    ]),
  }
}

/** News that nobody could be told for so long are none any more. */
export const NEWS_LAST = 7 * DAY
