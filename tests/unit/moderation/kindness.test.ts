import { describe, expect, it } from 'vitest'
import { HOUR } from '../../../lib/kernel/clock'
import { dayNumbers } from '../../../lib/moderation/day-numbers'
import { readLog } from '../../../lib/moderation/read-log'
import { decideMany } from '../../../lib/moderation/decide-many'
import { listQueue } from '../../../lib/moderation/list-queue'
import { openPerson } from '../../../lib/moderation/open-person'
import { queueShifts } from '../../../lib/moderation/queue-order'
import { undoBatch } from '../../../lib/moderation/undo-batch'
import { veilWords } from '../../../lib/moderation/veil-words'
import { must } from '../../support/builders/must'
import { choose, conversation, decideOn, person, post, publicPiece } from '../../support/conversation'
import { memoryPorts } from '../../support/memory/memory-ports'

const EVERYTHING = { who: '', move: '', reason: '', piece: '', from: '', until: '' }

describe('words of the lists', () => {
  it('are veiled, and other evidence is not', () => {
    const runs = [
      { text: 'A ', marked: false },
      { text: 'bad', marked: true },
      { text: ' word and ', marked: false },
      { text: 'a link', marked: true },
    ]
    const said = [
      { check: 'words', level: 'hold', reason: '', evidence: { spans: [[2, 5]] } },
      { check: 'links', level: 'hold', reason: '', evidence: { spans: [[15, 21]] } },
    ] as const
    expect(veilWords(runs, said).map(({ veiled }) => veiled === true)).toEqual([false, true, false, false])
  })

  it('are shown where the publication says so', async () => {
    const deps = conversation(memoryPorts())
    const ada = await person(deps, 'moderator', 'Ada')
    const { slug } = await publicPiece(deps, ada)
    await choose(deps, { suspectWords: ['gadzooks'] })
    await post(deps, { slug, body: 'Well, gadzooks, I say.' })
    const veiled = async () =>
      (await must('queue', listQueue(deps, ada, {}))).cards[0]?.body.filter((run) => run.veiled === true)
    expect(await veiled()).toMatchObject([{ text: 'gadzooks' }])
    const [card] = (await must('queue', listQueue(deps, ada, {}))).cards
    await decideOn(deps, ada, card?.commentId ?? '', 'reject')
    const key = card?.authorPath.split('/').at(-1) ?? ''
    const elsewhere = async () => {
      const person = await must('person', openPerson(deps, ada, { key }))
      const log = await must('log', readLog(deps, ada, { filter: EVERYTHING, after: '' }))
      return [person.history[0]?.body, log.lines[0]?.body]
    }
    const asOnCards = [{ text: 'Well, ' }, { text: 'gadzooks', veiled: true }, { text: ', I say.' }]
    expect(await elsewhere()).toMatchObject([asOnCards, asOnCards])
    await choose(deps, { veilWords: false })
    const legible = [{ text: 'Well, gadzooks, I say.', marked: false }]
    expect(await elsewhere()).toEqual([legible, legible])
  })
})

describe('the learner’s word in the order of the queue', () => {
  const facts = { at: 0, isReply: false, publishedAt: null, approved: 0, turnedAway: 0, objections: 0 }
  it.each([
    [null, 0],
    [500, 0],
    [800, 2 * HOUR],
    [970, 12 * HOUR],
  ])('%s', (spamScore, by) => {
    const shifts = queueShifts({ ...facts, isFlood: false, isProven: false, spamScore })
    expect(shifts.reduce((sum, shift) => sum + shift.by, 0)).toBe(by)
  })
})

describe('a mixed diet', () => {
  it('puts one that is likely good among every five, each once, and none where nobody asked for it', async () => {
    const ports = memoryPorts()
    const deps = conversation(ports)
    const ada = await person(deps, 'moderator', 'Ada')
    const { slug } = await publicPiece(deps, ada)
    const ids: string[] = []
    for (let n = 0; n < 24; n += 1) {
      deps.clock.advance(1_000)
      ids.push((await post(deps, { slug })).commentId)
    }
    const good = ids.slice(-3)
    for (const id of good) ports.tables.estimates.set(id, { spamScore: 10, isProbe: false })
    for (const id of ids.slice(0, 4)) ports.tables.estimates.set(id, { spamScore: 800, isProbe: false })
    const cards = async () =>
      (await must('queue', listQueue(deps, ada, {}))).cards.map(({ commentId }) => commentId)
    expect(await cards()).toEqual(ids.slice(0, 20))
    await choose(deps, { mixedDiet: true })
    const mixed = await cards()
    expect([mixed[4], mixed[9], mixed[14]]).toEqual(good)
    expect(new Set(mixed).size).toBe(mixed.length)
    expect(mixed.filter((id) => !good.includes(id))).toEqual(ids.slice(0, 20))
    expect(await listQueue(deps, ada, { order: 'newest' })).toMatchObject({ value: { order: 'newest' } })
  })
})

describe('the numbers of the day', () => {
  it('count since midnight what stands, of all and of the one who looks', async () => {
    const deps = conversation(memoryPorts())
    const [ada, ben] = [await person(deps, 'moderator', 'Ada'), await person(deps, 'moderator', 'Ben')]
    const { slug } = await publicPiece(deps, ada)
    await decideOn(deps, ada, (await post(deps, { slug })).commentId, 'approve')
    deps.clock.advance(24 * HOUR)
    await decideOn(deps, ada, (await post(deps, { slug })).commentId, 'approve')
    await decideOn(deps, ben, (await post(deps, { slug })).commentId, 'spam')
    expect(await dayNumbers(deps, ada)).toEqual({ decided: 2, approved: 1, turnedAway: 1, yours: 1 })
    expect(await dayNumbers(deps, await person(deps, 'writer', 'Wu'))).toBeNull()
  })
})

describe('the log', () => {
  it('offers the way back for a whole click, once, as long as there is one', async () => {
    const deps = conversation(memoryPorts())
    const ada = await person(deps, 'moderator', 'Ada')
    const { slug } = await publicPiece(deps, ada)
    const items = []
    for (let n = 0; n < 3; n += 1) {
      const { commentId } = await post(deps, { slug })
      const record = await deps.commentStore.find(commentId)
      items.push({ commentId, revisionId: record?.comment.pendingRevisionId ?? '', version: 1 })
    }
    const target = { kind: 'selection', items } as const
    const { batchId } = await must('bulk', decideMany(deps, ada, { target, move: 'spam' }))
    const batches = async () =>
      (await must('log', readLog(deps, ada, { filter: EVERYTHING, after: '' }))).lines.map(
        ({ batch }) => batch,
      )
    expect(await batches()).toEqual([{ batchId, comments: 3 }, null, null])
    await must('undo', undoBatch(deps, ada, { batchId: batchId ?? '' }))
    expect(await batches()).toEqual([null, null, null, null, null, null])
  })
})
