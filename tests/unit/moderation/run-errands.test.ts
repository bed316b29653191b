import { describe, expect, it } from 'vitest'
import { ANONYMOUS } from '../../../lib/kernel/actor'
import { decide } from '../../../lib/moderation/decide'
import { decideCard, decideCardInput } from '../../../lib/moderation/decide-card'
import { listQueue } from '../../../lib/moderation/list-queue'
import type { QueueCardView } from '../../../lib/moderation/queue-view'
import { ERRANDS_MAX, errandsInput, runErrands } from '../../../lib/moderation/run-errands'
import { Undelivered } from '../../../components/desk/undelivered'
import { decisionForm, pickForm, undoForm } from '../../../components/desk/desk-actions'
import { must } from '../../support/builders/must'
import { choose, conversation, person, post, publicPiece } from '../../support/conversation'
import { memoryPorts } from '../../support/memory/memory-ports'
import { refusal } from '../../support/people'

const FLOOD = 'Earn from home with our proven method, thousands already did, see how at lucky-ropes.example/'
const HOW = { reason: '', all: true } as const

const seen = ({ commentId, revisionId, version }: QueueCardView) => ({ commentId, revisionId, version })

const stage = async (...bodies: readonly string[]) => {
  const deps = conversation(memoryPorts())
  const ada = await person(deps, 'moderator', 'Ada')
  const { slug } = await publicPiece(deps, ada)
  for (const body of bodies) {
    deps.clock.advance(1)
    await post(deps, { slug, body })
  }
  const { cards } = await must('list', listQueue(deps, ada, { order: 'oldest' }))
  const place = { at: '/desk', seenAt: deps.clock.now() }
  const statuses = async () => {
    const found = await deps.commentStore.findAll(cards.map(({ commentId }) => commentId))
    const byId = new Map(found.map(({ comment }) => [comment.id, comment.status]))
    return cards.map(({ commentId }) => byId.get(commentId))
  }
  /** Leaves the page: what was sent then, as the server reads it. */
  const leave = async (undelivered: Undelivered) => {
    const sent: string[] = []
    undelivered.send((body) => sent.push(body.get('errands') ?? ''))
    const run = (errands: string) => runErrands(deps, ada, errandsInput.parse({ errands }))
    return { sent, done: await Promise.all(sent.map(run)) }
  }
  return { deps, ada, cards, place, statuses, leave }
}

it('carries out what was decided on a page that was left, in its order, each once', async () => {
  const { deps, ada, cards, place, statuses, leave } = await stage('One.', 'Two.', 'Three.')
  const [one, two, three] = cards
  if (!one || !two || !three) throw new Error('Too little waits.')
  const undelivered = new Undelivered()
  // The first one had arrived, and only its answer had not come.
  await must('decide', decide(deps, ada, { ...seen(one), move: 'approve' }))
  undelivered.add('decide', decisionForm(one, 'approve', HOW, place))
  undelivered.add('decide', decisionForm(two, 'reject', { ...HOW, reason: 'Off topic' }, place))
  const answered = undelivered.add('decide', decisionForm(three, 'spam', HOW, place))
  undelivered.add('pick', pickForm(one.commentId, 'pick', place.at))
  answered.answered()
  const { sent, done } = await leave(undelivered)
  expect(sent).toHaveLength(1)
  expect(done).toEqual([{ ok: true, value: { done: 3 } }])
  expect(await statuses()).toEqual(['approved', 'rejected', 'pending'])
  expect(await deps.commentStore.decisionsOn(one.commentId)).toHaveLength(1)
  expect((await deps.commentStore.decisionsOn(two.commentId))[0]?.reason).toBe('Off topic')
})

it('leaves nothing decided that was undone before anybody heard of it', async () => {
  const { deps, cards, place, statuses, leave } = await stage('One.', 'Two.')
  const [one, two] = cards
  if (!one || !two) throw new Error('Too little waits.')
  const undelivered = new Undelivered()
  undelivered.add('decide', decisionForm(one, 'spam', HOW, place)).takeBack()
  expect((await leave(undelivered)).done).toEqual([{ ok: true, value: { done: 1 } }])
  expect(await statuses()).toEqual(['pending', 'pending'])
  expect((await deps.commentStore.decisionsOn(one.commentId)).map(({ move }) => move)).toEqual([
    'spam',
    'undo',
  ])
})

it('undoes what was about to be undone, and decides about a flood as its card was read', async () => {
  const { deps, ada, cards, place, leave } = await stage(`${FLOOD}1`, `${FLOOD}2`, 'Another word altogether.')
  const [flood, one] = cards
  if (!flood?.flood || !one) throw new Error('There is no flood.')
  const { decisionId } = await must('decide', decide(deps, ada, { ...seen(one), move: 'reject' }))
  const undelivered = new Undelivered()
  undelivered.add('decide', decisionForm(flood, 'spam', HOW, place))
  undelivered.add('undo', undoForm(`decision-${decisionId}`, place.at))
  expect((await leave(undelivered)).done).toEqual([{ ok: true, value: { done: 2 } }])
  expect(await deps.queueReader.counts()).toMatchObject({ waiting: 1, spam: 2, rejected: 0 })
})

describe('a flood that was decided about before its answer came', () => {
  const flooded = async () => {
    const { leave, ...house } = await stage(`${FLOOD}1`, `${FLOOD}2`, `${FLOOD}3`)
    const { deps, ada, cards, place } = house
    const [flood] = cards
    if (!flood?.flood) throw new Error('There is no flood.')
    const form = decisionForm(flood, 'spam', HOW, place)
    const { at: _at, ...fields } = Object.fromEntries(form)
    const click = (actor = ada) => decideCard(deps, actor, decideCardInput.parse(fields))
    const undelivered = new Undelivered()
    const waiting = undelivered.add('decide', form)
    const log = async () => (await deps.commentStore.decisionsOn(flood.commentId)).map(({ move }) => move)
    return { ...house, click, waiting, log, left: () => leave(undelivered) }
  }

  it('is decided about once, with the same way back', async () => {
    const { deps, click, left, log } = await flooded()
    const first = await must('click', click())
    expect(first).toMatchObject({ decided: 3, more: false })
    expect(await must('again', click())).toEqual(first)
    expect((await left()).done).toEqual([{ ok: true, value: { done: 1 } }])
    expect(await log()).toEqual(['spam'])
    expect(await deps.queueReader.counts()).toMatchObject({ waiting: 0, spam: 3 })
  })

  it.each(['before', 'in the same moment'])(
    'waits again once it was undone, having arrived %s',
    async (when) => {
      const { deps, click, waiting, left } = await flooded()
      waiting.takeBack()
      if (when === 'before') await click()
      await Promise.all(when === 'before' ? [left()] : [click(), left()])
      expect(await deps.queueReader.counts()).toMatchObject({ waiting: 3, spam: 0 })
    },
  )

  it('is nobody else’s to undo or to decide about again', async () => {
    const { deps, click, log } = await flooded()
    await must('click', click())
    const ben = await person(deps, 'moderator', 'Ben')
    expect(refusal(await click(ben)).code).toBe('conflict')
    expect(refusal(await click(await person(deps, 'member', 'Dora'))).code).toBe('forbidden')
    expect(await log()).toEqual(['spam'])
  })
})

it('leaves alone what a colleague decided meanwhile, and goes on', async () => {
  const { deps, cards, place, statuses, leave } = await stage('One.', 'Two.')
  const ben = await person(deps, 'moderator', 'Ben')
  const [one, two] = cards
  if (!one || !two) throw new Error('Too little waits.')
  await must('decide', decide(deps, ben, { ...seen(one), move: 'approve' }))
  const undelivered = new Undelivered()
  undelivered.add('decide', decisionForm(one, 'spam', HOW, place)).takeBack()
  undelivered.add('decide', decisionForm(two, 'spam', HOW, place))
  expect((await leave(undelivered)).done).toEqual([{ ok: true, value: { done: 1 } }])
  expect(await statuses()).toEqual(['approved', 'spam'])
})

it('sends what the browser broke off because the page was left, but nothing that had failed before', async () => {
  const { cards, place, statuses, leave } = await stage('One.', 'Two.')
  const [one, two] = cards
  if (!one || !two) throw new Error('Too little waits.')
  const undelivered = new Undelivered()
  undelivered.add('decide', decisionForm(one, 'spam', HOW, place)).answered()
  const brokenOff = undelivered.add('decide', decisionForm(two, 'spam', HOW, place))
  undelivered.remember()
  brokenOff.answered()
  expect((await leave(undelivered)).done).toEqual([{ ok: true, value: { done: 1 } }])
  expect(await statuses()).toEqual(['pending', 'spam'])
})

it('sends nothing where everything was answered', async () => {
  const { leave } = await stage()
  expect((await leave(new Undelivered())).sent).toEqual([])
})

it('sends no more at once than is taken', () => {
  const undelivered = new Undelivered()
  for (let n = 0; n < 2 * ERRANDS_MAX + 1; n += 1) undelivered.add('undo', undoForm(`undo ${n}`, '/desk'))
  const taken: number[] = []
  undelivered.send((body) => taken.push(errandsInput.parse(Object.fromEntries(body)).errands.length))
  expect(taken).toEqual([ERRANDS_MAX, ERRANDS_MAX, 1])
})

it('is for moderators', async () => {
  const { deps } = await stage()
  for (const actor of [ANONYMOUS, await person(deps, 'writer', 'Cy'), await person(deps, 'member', 'Dora')]) {
    expect(refusal(await runErrands(deps, actor, { errands: [] })).code).toBe('forbidden')
  }
})

it('takes no reason for a rejection from nobody where one is asked for', async () => {
  const { deps, cards, place, statuses, leave } = await stage('One.')
  await choose(deps, { reasonRequired: true })
  const [one] = cards
  if (!one) throw new Error('Nothing waits.')
  const undelivered = new Undelivered()
  undelivered.add('decide', decisionForm(one, 'reject', HOW, place))
  expect((await leave(undelivered)).done).toEqual([{ ok: true, value: { done: 0 } }])
  expect(await statuses()).toEqual(['pending'])
})

it.each([
  ...['', 'x', '{}', '[1]', '[{"do":"erase","what":{}}]', '[{"do":"undo","what":{"undo":7}}]'],
  '[{"do":"pick","what":{"commentId":"x","pick":"pick"}}]',
  '[{"do":"decide","what":{"commentId":{"not":"x"}},"takenBack":false}]',
  JSON.stringify(Array.from({ length: ERRANDS_MAX + 1 }, () => ({ do: 'undo', what: { undo: 'x' } }))),
])('takes no errands from %j', (errands) => {
  expect(errandsInput.safeParse({ errands }).success).toBe(false)
})
