import type { CommentNow } from '@/lib/moderation/queue-reader'
import type { QueueCardView, QueueView } from '@/lib/moderation/queue-view'
import { cardId } from './desk-actions'
import { namedAs } from './desk-state'
import { PAST } from './moves'

interface OthersDid {
  /** Cards that need nobody any more, and how that came about. */
  readonly gone: readonly { readonly card: QueueCardView; readonly how: string }[]
  /** Comments that wait and are not on the page. */
  readonly fresh: readonly string[]
  /** Something on the page is not as it is shown. */
  readonly isStale: boolean
  /** Who did it, in a sentence; null where nobody needs to be told. */
  readonly text: string | null
}

const how = ({ by, move }: CommentNow): string =>
  by && move ? `${by.name || 'Its author'} ${PAST[move] ?? move}` : 'Somebody decided about this'

/** What a change elsewhere means for the page that is open. `me`: the user id of the one who looks. */
export const whatOthersDid = (
  { tab, cards }: Pick<QueueView, 'tab' | 'cards'>,
  comments: readonly CommentNow[],
  me: string | null,
): OthersDid => {
  const shown = new Map(cards.map((card) => [card.commentId, card]))
  const gone: { card: QueueCardView; how: string; isTheirs: boolean }[] = []
  const fresh: string[] = []
  let isStale = false
  for (const now of comments) {
    const card = shown.get(now.commentId)
    if (!card) {
      if (now.waits) fresh.push(now.commentId)
    } else if (now.version > card.version) {
      const isTheirs = now.by?.userId !== me
      if (tab === 'waiting' && !now.waits) gone.push({ card, how: `${how(now)} meanwhile.`, isTheirs })
      else isStale = true
    }
  }
  const [first, ...others] = gone.filter(({ isTheirs }) => isTheirs)
  const text =
    first === undefined
      ? null
      : others.length > 0
        ? `Colleagues decided about ${others.length + 1} of these`
        : first.how.replace(' this', ` the comment by ${namedAs(first.card)}`).replace(/ meanwhile\.$/, '')
  return { gone, fresh, isStale, text }
}

/** Somebody has begun to write a note or an answer on this card: it must not vanish under their hands. */
export const isAnswering = ({ commentId }: QueueCardView): boolean =>
  [...(document.getElementById(cardId(commentId))?.querySelectorAll('textarea') ?? [])].some(
    ({ value }) => value.trim() !== '',
  )
