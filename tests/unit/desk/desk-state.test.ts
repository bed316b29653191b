import { expect, it } from 'vitest'
import { cardKey } from '../../../components/desk/desk-actions'
import { DESK_START, believedCounts, cardsToDo, deskReducer } from '../../../components/desk/desk-state'
import { steadyMoment, steadyView } from '../../../components/desk/steady-view'
import type { QueueCardView, QueueView } from '../../../lib/moderation/queue-view'

const card = (facts: Partial<QueueCardView> = {}): QueueCardView => ({
  commentId: 'c1',
  revisionId: 'r1',
  version: 3,
  status: 'pending',
  body: [{ text: 'words', marked: false }],
  shownBody: null,
  diff: null,
  name: '',
  byStaff: false,
  signedIn: false,
  authorPath: '/desk/people/guest-g',
  createdAt: '2025-02-12T12:00:00.000Z',
  article: {
    id: 'a1',
    watched: false,
    title: 'A piece',
    slug: 'a-piece',
    path: '/articles/a-piece',
    isPublic: true,
  },
  parent: null,
  reasons: [],
  reports: [],
  notes: [],
  history: [],
  moves: ['approve', 'reject', 'spam'],
  pick: null,
  author: null,
  party: null,
  place: null,
  flood: null,
  replies: null,
  undoable: null,
  ...facts,
})

const view = (one: QueueCardView, tab: QueueView['tab'] = 'waiting'): QueueView => ({
  tab,
  reasons: [],
  order: 'priority',
  fields: { tab },
  filtered: false,
  piece: null,
  cards: [one],
  counts: { waiting: 5, reported: 3, approved: 10, rejected: 2, spam: 1, all: 18 },
  next: null,
})

it('takes the card away at once and believes the counts that follow', () => {
  const one = card()
  const page = view(one)
  const state = deskReducer(DESK_START, { type: 'decided', card: one, move: 'reject', view: page })
  expect(state.left.has(cardKey(one))).toBe(true)
  expect(believedCounts(page, state)).toEqual({ ...page.counts, waiting: 4, rejected: 3 })
  expect(state.news?.text).toBe('Rejected: comment by No Name Set')
  expect(state.underWay).toBe(1)
})

it('trusts the server again as soon as a fresh page has come', () => {
  const one = card()
  const state = deskReducer(DESK_START, { type: 'decided', card: one, move: 'approve', view: view(one) })
  expect(believedCounts({ ...view(one), cards: [] }, state).waiting).toBe(5)
})

it('leaves an approved comment approved when only its edit is turned away', () => {
  const edit = card({ status: 'approved', shownBody: 'the old words' })
  const page = view(edit)
  const state = deskReducer(DESK_START, { type: 'decided', card: edit, move: 'reject', view: page })
  expect(believedCounts(page, state)).toEqual({ ...page.counts, waiting: 4 })
})

it('moves a comment between the other tabs', () => {
  const one = card({ status: 'approved' })
  const page = view(one, 'approved')
  const state = deskReducer(DESK_START, { type: 'decided', card: one, move: 'hold', view: page })
  expect(believedCounts(page, state)).toEqual({ ...page.counts, waiting: 6, approved: 9 })
})

it('takes a reported comment out of that tab, unless only its edit is turned away', () => {
  const reports = [{ reason: 'It is spam', count: 2, notes: [] }]
  const one = card({ status: 'approved', reports })
  const page = view(one, 'reported')
  const state = deskReducer(DESK_START, { type: 'decided', card: one, move: 'spam', view: page })
  expect(believedCounts(page, state)).toEqual({ ...page.counts, reported: 2, approved: 9, spam: 2 })
  const edit = card({ status: 'approved', reports, shownBody: 'the old words' })
  const other = view(edit, 'reported')
  const same = deskReducer(DESK_START, { type: 'decided', card: edit, move: 'spam', view: other })
  expect(believedCounts(other, same)).toEqual(other.counts)
})

it('brings the card back, with the sentence, when the decision was not stored', () => {
  const one = card()
  const page = view(one)
  const gone = deskReducer(DESK_START, { type: 'decided', card: one, move: 'spam', view: page })
  const back = deskReducer(gone, {
    type: 'failed',
    card: one,
    text: 'No connection.',
    stale: false,
    answered: false,
  })
  expect(back.left.size).toBe(0)
  expect(back.problems[cardKey(one)]).toBe('No connection.')
  expect(believedCounts(page, back)).toEqual(page.counts)
  expect(back).toMatchObject({ underWay: 0, reached: false, answers: 0 })
})

it('does not bring back a card that a colleague decided, but says so', () => {
  const one = card()
  const gone = deskReducer(DESK_START, { type: 'decided', card: one, move: 'spam', view: view(one) })
  const told = deskReducer(gone, {
    type: 'failed',
    card: one,
    text: 'Sam approved this.',
    stale: true,
    answered: true,
  })
  expect(told.left.has(cardKey(one))).toBe(true)
  expect(told.news).toEqual({ kind: 'failed', text: 'Sam approved this.' })
})

it('shows the same comment again once it has another version', () => {
  const one = card()
  const gone = deskReducer(DESK_START, { type: 'decided', card: one, move: 'spam', view: view(one) })
  expect(gone.left.has(cardKey({ ...one, version: one.version + 1 }))).toBe(false)
})

it('shows nobody what is done, by whatever page comes after the news of it', () => {
  const [done, other] = [card(), card({ commentId: 'c2' })]
  const before = view(other)
  const news = {
    commentId: 'c1',
    version: 4,
    waits: false,
    by: { userId: 'u', name: 'Sam' },
    move: 'approve',
  } as const
  const told = {
    type: 'elsewhere',
    view: before,
    counts: before.counts,
    told: [news],
    gone: [],
    fresh: [],
    news: null,
  } as const
  const state = deskReducer(DESK_START, told)
  // It was made before the decision, and comes after the word of it.
  const late = { ...before, cards: [done, other] }
  expect(cardsToDo(late, state)).toEqual([other])
  // Put back to wait it is another version; and in other tabs it is where it belongs.
  expect(cardsToDo(view(card({ version: 4 })), state)).toHaveLength(1)
  expect(cardsToDo({ ...late, tab: 'all' }, state)).toEqual([done, other])
  const again = deskReducer(state, { ...told, told: [{ ...news, version: 5, waits: true }] })
  expect(cardsToDo(late, again)).toEqual([done, other])
})

it('says of a flood what came since and stays', () => {
  const one = card({ flood: { id: 'f', waiting: 3, networks: 2 } })
  const gone = deskReducer(DESK_START, {
    ...{ type: 'decided', card: one, move: 'spam', view: view(one), all: true },
  })
  expect(gone.news?.text).toBe('Marked as spam: 3 comments like that by No Name Set')
  const news = { kind: 'decided', text: '3 comments decided. One more stays.' } as const
  expect(deskReducer(gone, { type: 'stored', news })).toMatchObject({ underWay: 0, news })
  expect(deskReducer(gone, { type: 'stored' }).news).toBe(gone.news)
})

it('knows whether somebody goes from card to card', () => {
  const page = view(card())
  const decided = deskReducer(DESK_START, { type: 'decided', card: card(), move: 'approve', view: page })
  expect(deskReducer(decided, { type: 'stored' }).isFlowing).toBe(true)
  expect(deskReducer(decided, { type: 'undoing' }).isFlowing).toBe(false)
  const lost = { type: 'failed', card: card(), text: 'No.', stale: true, answered: true } as const
  expect(deskReducer(decided, lost).isFlowing).toBe(false)
})

it('keeps in hand what was decided here until everybody has heard of it', () => {
  const page = view(card())
  const decided = deskReducer(DESK_START, { type: 'decided', card: card(), move: 'approve', view: page })
  expect(decided.untold).toEqual(['c1'])
  const news = { commentId: 'c1', version: 4, waits: false, by: null, move: 'approve' } as const
  const told = {
    type: 'elsewhere',
    view: page,
    counts: page.counts,
    told: [news],
    gone: [],
    fresh: [],
    news: null,
  } as const
  expect(deskReducer(decided, told).untold).toEqual([])
})

it('keeps of a page that comes anew what says the same, so that it is not drawn again', () => {
  const earlier = view(card())
  const noted = { id: 'n1', by: 'Ben', body: 'Look twice.', at: '2025-02-12T12:30:00.000Z' }
  const fresh = (): QueueView => ({
    ...structuredClone(earlier),
    cards: [card(), card({ commentId: 'c2' })],
    counts: { ...earlier.counts, waiting: 6 },
  })
  const later = fresh()
  const steady = steadyView(earlier, later)
  expect(steady).toEqual(later)
  expect(steady).not.toBe(earlier)
  expect(steady.cards[0]).toBe(earlier.cards[0])
  expect(steady.cards[1]).toBe(later.cards[1])
  expect(steady.reasons).toBe(earlier.reasons)
  const changed = { ...fresh(), reasons: ['Off topic'], cards: [card({ notes: [noted] })] }
  expect(steadyView(earlier, changed)).toEqual(changed)
  expect(steadyView(earlier, changed).cards[0]).toBe(changed.cards[0])
})

it('tells times by the same moment for a minute', () => {
  const earlier = '2025-02-12T12:00:00.000Z'
  expect(steadyMoment(earlier, '2025-02-12T12:00:59.999Z')).toBe(earlier)
  expect(steadyMoment(earlier, '2025-02-12T12:01:00.000Z')).toBe('2025-02-12T12:01:00.000Z')
})
