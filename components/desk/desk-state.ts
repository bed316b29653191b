import type { Judgement } from '@/lib/comments/judge'
import type { CommentNow } from '@/lib/moderation/queue-reader'
import type { QueueTab } from '@/lib/moderation/queue-question'
import type { QueueCardView, QueueView } from '@/lib/moderation/queue-view'
import { cardKey } from './desk-actions'
import { MOVES } from './moves'

/** What the browser knows beyond the page it was sent: decisions on their way, and how the last one went. */
export interface DeskState {
  /** Keys of cards that left the list. */
  readonly left: ReadonlySet<string>
  /** Why a decision on a card was not stored, by card key. */
  readonly problems: Readonly<Record<string, string>>
  /** How far the counts of `since` moved. */
  readonly shift: Readonly<Partial<Record<QueueTab, number>>>
  readonly since: QueueView | null
  /** Decisions and undos the server has not answered yet. */
  readonly underWay: number
  /** Comments decided about here that not every desk has heard of yet, newest last: in our hands until then. */
  readonly untold: readonly string[]
  /** What became of comments, as it was told last: a page that was made before and comes after shows nobody what is done. */
  readonly known: ReadonlyMap<string, CommentNow>
  /** How often the server has answered. */
  readonly answers: number
  /** The last thing done here was a decision, and it went well so far: the next card is looked at. */
  readonly isFlowing: boolean
  /** Whether it could be reached the last time. */
  readonly reached: boolean
  /** Told in the bar at the foot of the page, and to screen readers, unless it is `quiet`. */
  readonly news: {
    readonly kind: 'decided' | 'undone' | 'failed' | 'elsewhere'
    readonly text: string
    readonly quiet?: boolean
  } | null
  /** The counts as the server told them since the page `view` was made. */
  readonly counted: { readonly view: QueueView; readonly counts: QueueView['counts'] } | null
  /** Comments that wait and are not on the page `view`. */
  readonly fresh: { readonly view: QueueView; readonly ids: ReadonlySet<string> } | null
}

export type DeskEvent =
  | {
      readonly type: 'decided'
      readonly card: QueueCardView
      readonly move: Judgement
      readonly view: QueueView
      /** With everything that waits behind the card. */
      readonly all?: boolean
    }
  | { readonly type: 'undoing' }
  /** What others did: these cards left, those comments came. */
  | {
      readonly type: 'elsewhere'
      readonly view: QueueView
      readonly counts: QueueView['counts']
      /** What everybody has heard of by now. */
      readonly told: readonly CommentNow[]
      readonly gone: readonly QueueCardView[]
      readonly fresh: readonly string[]
      readonly news: DeskState['news']
    }
  /** What somebody is answering was decided meanwhile: it stays, with what they have typed. */
  | { readonly type: 'overtaken'; readonly card: QueueCardView; readonly text: string }
  | { readonly type: 'stored'; readonly news?: DeskState['news'] }
  /** `stale`: somebody was faster, so the card does not come back as it was. */
  | {
      readonly type: 'failed'
      readonly card: QueueCardView | null
      readonly text: string
      readonly stale: boolean
      readonly answered: boolean
    }

/** Cards in one hand, those on their way with them; the server takes as many (MOST_CARDS, lib/realtime/desk/desk-event.ts). */
export const HELD_MOST = 60

/** Changes that are remembered: more than two pages of the queue. */
const KNOWN_MOST = 500

export const DESK_START: DeskState = {
  left: new Set(),
  problems: {},
  shift: {},
  since: null,
  underWay: 0,
  untold: [],
  known: new Map(),
  answers: 0,
  isFlowing: false,
  reached: true,
  news: null,
  counted: null,
  fresh: null,
}

const TAB_AFTER: Readonly<Record<Judgement, QueueTab>> = {
  approve: 'approved',
  reject: 'rejected',
  spam: 'spam',
  hold: 'waiting',
  keep: 'approved',
}

const tabOf = (status: string): QueueTab | null =>
  status === 'approved' || status === 'rejected' || status === 'spam' ? status : null

/** What a decision does to the counts. A waiting edit judged away leaves the comment where it was. */
const shiftBy = (card: QueueCardView, move: Judgement, tab: QueueTab): [QueueTab, number][] => {
  const from = tabOf(card.status)
  const editStays =
    (tab === 'waiting' || tab === 'reported') &&
    card.shownBody !== null &&
    from !== null &&
    move !== 'approve'
  const moved: [QueueTab, number][] = editStays ? [] : [[TAB_AFTER[move], 1]]
  if (from !== null && !editStays) moved.push([from, -1])
  if (tab === 'waiting') moved.push(['waiting', -1])
  if (card.reports.length > 0 && from === 'approved' && !editStays) moved.push(['reported', -1])
  return moved
}

export const namedAs = ({ name }: Pick<QueueCardView, 'name'>): string => name || 'No Name Set'

const without = <T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))

const remembered = (known: DeskState['known'], told: readonly CommentNow[]): DeskState['known'] => {
  const all = new Map(known)
  for (const now of told) {
    all.delete(now.commentId)
    all.set(now.commentId, now)
  }
  return new Map([...all].slice(-KNOWN_MOST))
}

/** The cards of a page that are still to be worked on, by all this browser knows. */
export const cardsToDo = (
  { tab, cards }: Pick<QueueView, 'tab' | 'cards'>,
  { left, known }: Pick<DeskState, 'left' | 'known'>,
): readonly QueueCardView[] =>
  cards.filter((card) => {
    const now = known.get(card.commentId)
    const isDone = tab === 'waiting' && now !== undefined && !now.waits && now.version > card.version
    return !isDone && !left.has(cardKey(card))
  })

const elsewhere = (
  state: DeskState,
  { view, counts, told, gone, fresh, news }: Extract<DeskEvent, { type: 'elsewhere' }>,
): DeskState => ({
  ...state,
  left: new Set([...state.left, ...gone.map(cardKey)]),
  untold: state.untold.filter((id) => !told.some(({ commentId }) => commentId === id)),
  known: remembered(state.known, told),
  // What is on its way is not in these numbers; the page that comes after it will hold the true ones.
  ...(state.underWay > 0 ? {} : { counted: { view, counts }, shift: {} }),
  fresh: { view, ids: new Set([...(state.fresh?.view === view ? state.fresh.ids : []), ...fresh]) },
  news: news ?? state.news,
})

export const deskReducer = (state: DeskState, event: DeskEvent): DeskState => {
  switch (event.type) {
    case 'decided': {
      const { card, move, view } = event
      const shift = { ...(state.since === view ? state.shift : {}) }
      const many = event.all && card.flood ? card.flood.waiting : 1
      for (const [tab, by] of shiftBy(card, move, view.tab)) shift[tab] = (shift[tab] ?? 0) + by * many
      return {
        ...state,
        left: new Set([...state.left, cardKey(card)]),
        problems: without(state.problems, cardKey(card)),
        shift,
        since: view,
        isFlowing: true,
        underWay: state.underWay + 1,
        untold: [...state.untold, card.commentId].slice(-HELD_MOST),
        news: {
          kind: 'decided',
          text: `${MOVES[move].done}: ${many > 1 ? `${many} comments like that` : 'comment'} by ${namedAs(card)}`,
        },
      }
    }
    case 'elsewhere':
      return elsewhere(state, event)
    case 'overtaken': {
      const { card, text } = event
      return { ...state, problems: { ...state.problems, [cardKey(card)]: text } }
    }
    case 'undoing':
      return { ...state, isFlowing: false, underWay: state.underWay + 1 }
    case 'stored':
      return {
        ...state,
        underWay: state.underWay - 1,
        answers: state.answers + 1,
        reached: true,
        news: event.news ?? state.news,
      }
    case 'failed': {
      const { card, text, stale, answered } = event
      const back = card && !stale ? cardKey(card) : ''
      return {
        ...state,
        left: new Set([...state.left].filter((key) => key !== back)),
        problems: card && !stale ? { ...state.problems, [cardKey(card)]: text } : state.problems,
        shift: {},
        isFlowing: false,
        underWay: state.underWay - 1,
        untold: state.untold.filter((id) => id !== card?.commentId),
        answers: state.answers + (answered ? 1 : 0),
        reached: answered,
        news: { kind: 'failed', text },
      }
    }
  }
}

/** The counts as they are believed to be now; the server's own when it has answered since. */
export const believedCounts = (view: QueueView, state: DeskState): QueueView['counts'] => {
  const shift = state.since === view ? state.shift : {}
  const counts = state.counted?.view === view ? state.counted.counts : view.counts
  const now = (tab: QueueTab): number => Math.max(0, counts[tab] + (shift[tab] ?? 0))
  return {
    waiting: now('waiting'),
    reported: now('reported'),
    approved: now('approved'),
    rejected: now('rejected'),
    spam: now('spam'),
    all: now('all'),
  }
}
