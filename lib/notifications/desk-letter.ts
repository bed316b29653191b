import type { Judgement } from '../comments/judge'
import { type Part, letterText } from './letter-text'
import type { Letter } from './mailer'
import { plainLine } from './plain-line'

/** A comment that waits, with a link for each thing that can be done about it. */
export interface WaitingLetterItem {
  readonly name: string
  readonly body: string
  readonly title: string
  readonly reasons: readonly string[]
  readonly links: readonly { readonly move: Judgement; readonly href: string }[]
}

const LINK_WORDS: Readonly<Record<Judgement, string>> = {
  approve: 'Approve',
  reject: 'Reject',
  spam: 'Spam',
  hold: 'Hold',
  keep: 'Keep',
}

const partsOf = ({ name, body, title, reasons, links }: WaitingLetterItem): readonly Part[] => [
  { kind: 'heading', text: plainLine(title, 200) },
  { kind: 'words', text: `${plainLine(name, 80) || 'No Name Set'} wrote:` },
  { kind: 'quote', text: plainLine(body, 2_000) },
  ...reasons.map((reason): Part => ({ kind: 'small', text: plainLine(reason, 200) })),
  ...links.map(({ move, href }): Part => ({ kind: 'link', text: LINK_WORDS[move], href })),
]

const counted = (n: number): string => n.toLocaleString('en')

const waitingWords = (n: number): string =>
  n === 1 ? 'A comment is waiting' : `${counted(n)} comments are waiting`

const moreWords = (n: number): string =>
  n === 1 ? 'One more comment waits at the desk.' : `${counted(n)} more comments wait at the desk.`

/** What waits, for a moderator who asked to decide by mail. It holds texts nobody has approved: it goes to staff alone. */
export const deskLetter = (
  {
    id,
    origin,
    name,
    to,
  }: { readonly id: string; readonly origin: string; readonly name: string; readonly to: string },
  { items, more }: { readonly items: readonly WaitingLetterItem[]; readonly more: number },
): Letter => ({
  id,
  to,
  subject: plainLine(`${waitingWords(items.length + more)}: ${name}`, 120),
  unsubscribe: null,
  ...letterText([
    ...items.flatMap(partsOf),
    {
      kind: 'small',
      text: 'Each link opens a page that asks you once more; it works for 72 hours, once, and for you alone: do not forward this mail.',
    },
    ...(more === 0 ? [] : [{ kind: 'words', text: moreWords(more) } as const]),
    { kind: 'small', text: 'Open the desk', href: `${origin}/desk` },
    { kind: 'small', text: 'Change or stop these mails', href: `${origin}/account` },
  ]),
})
