import { articlePath } from '../articles/article-path'
import { statusPath } from '../comments/status-path'
import type { Wish } from '../comments/subscription'
import type { Instant } from '../kernel/clock'
import type { Secrets } from '../kernel/secrets'
import { letterText } from './letter-text'
import { CONFIRM_WITHIN, confirmPath } from './mail-links'
import type { Letter } from './mailer'
import type { QuestionRow } from './notice-store'
import { plainLine } from './plain-line'

const WISH_WORDS: Readonly<Record<Wish, string>> = {
  approved: 'when it is approved',
  replies: 'when somebody replies to it',
}

interface House {
  readonly secrets: Pick<Secrets, 'mac'>
  readonly origin: string
  /** Of the publication. */
  readonly name: string
}

/**
 * The one mail before consent, with a question if there are wishes. It holds nothing that the commenter typed, neither text nor name: whoever enters a
 * stranger's address cannot make us say anything to them.
 */
export const questionLetter = (
  { secrets, origin, name }: House,
  { noticeId, subscriptionId: id, email, emailKey, commentId, wishes, piece }: QuestionRow,
  now: Instant,
): Letter => {
  const title = plainLine(piece.title, 200)
  const asks = wishes.length > 0
  const wanted = asks ? ` and asked for mail ${wishes.map((wish) => WISH_WORDS[wish]).join(' and ')}` : ''
  return {
    id: secrets.mac('message-id', noticeId),
    to: email,
    subject: plainLine(`${asks ? 'Please confirm your address' : 'Your comment'}: ${title}`, 120),
    unsubscribe: null,
    ...letterText([
      {
        kind: 'words',
        text: `Somebody, we hope it was you, left this address with a comment at ${name}${wanted}.`,
      },
      { kind: 'link', text: title, href: origin + articlePath(piece.slug) },
      ...(asks
        ? [
            {
              kind: 'link' as const,
              text: 'Confirm that this address is yours (within seven days)',
              href: origin + confirmPath(secrets, { id, emailKey }, now + CONFIRM_WITHIN),
            },
          ]
        : []),
      {
        kind: 'link',
        text: 'See what becomes of the comment, for its author only',
        href: origin + statusPath(secrets, commentId),
      },
      {
        kind: 'small',
        text: 'If it was not you, ignore this: nothing more will be sent about that comment.',
      },
      { kind: 'small', text: name, href: origin },
    ]),
  }
}
