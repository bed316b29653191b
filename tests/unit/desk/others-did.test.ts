import { describe, expect, it } from 'vitest'
import { whatOthersDid } from '../../../components/desk/others-did'
import type { CommentNow } from '../../../lib/moderation/queue-reader'
import type { QueueCardView } from '../../../lib/moderation/queue-view'

// Only what is looked at here; a card has far more to it.
const card = (commentId: string, version = 1) =>
  ({ commentId, version, name: `Writer ${commentId}` }) as unknown as QueueCardView
const now = (commentId: string, given: Partial<CommentNow> = {}): CommentNow => ({
  ...{ commentId, version: 2, waits: false, move: 'approve' },
  by: { userId: 'ada', name: 'Ada' },
  ...given,
})
const page = (tab: 'waiting' | 'approved', ...cards: QueueCardView[]) => ({ tab, cards })

describe('what others did, on the page that is open', () => {
  it('takes away what needs nobody any more, and says who did it', () => {
    const did = whatOthersDid(page('waiting', card('a'), card('b')), [now('a')], 'ben')
    expect(did.gone.map((one) => one.card.commentId)).toEqual(['a'])
    expect(did).toMatchObject({ text: 'Ada approved the comment by Writer a', isStale: false, fresh: [] })
  })

  it('sums up many, and says nothing of what the one who looks did elsewhere', () => {
    const cards = [card('a'), card('b'), card('c')]
    const all = [now('a'), now('b', { move: 'spam' }), now('c', { by: { userId: 'ben', name: 'Ben' } })]
    const did = whatOthersDid(page('waiting', ...cards), all, 'ben')
    expect(did.gone).toHaveLength(3)
    expect(did.text).toBe('Colleagues decided about 2 of these')
    expect(whatOthersDid(page('waiting', card('c')), [all[2] ?? now('c')], 'ben').text).toBeNull()
  })

  it('leaves alone what is as it is shown, and asks again for what changed and still stands there', () => {
    expect(whatOthersDid(page('waiting', card('a', 2)), [now('a')], 'ben').gone).toEqual([])
    const edited = now('a', { waits: true, by: null, move: null })
    expect(whatOthersDid(page('waiting', card('a')), [edited], 'ben')).toMatchObject({
      gone: [],
      isStale: true,
    })
    expect(whatOthersDid(page('approved', card('a')), [now('a')], 'ben')).toMatchObject({ isStale: true })
  })

  it('counts what came and is not on the page', () => {
    const came = [now('x', { waits: true, version: 1, by: null, move: null }), now('y')]
    expect(whatOthersDid(page('waiting'), came, 'ben')).toMatchObject({ fresh: ['x'], gone: [], text: null })
  })
})
