import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { submitComment } from '../../../../lib/comments/submit-comment'
import { MINUTE } from '../../../../lib/kernel/clock'
import { weightsOf } from '../../../../lib/moderation/learner/features'
import { Learner } from '../../../../lib/moderation/learner/learner'
import { logistic } from '../../../../lib/moderation/learner/logistic'
import { Model, type ModelState } from '../../../../lib/moderation/learner/model'
import { parseModel, printModel } from '../../../../lib/moderation/learner/snapshot-text'
import { screen } from '../../../../lib/moderation/screen'
import { undoDecision } from '../../../../lib/moderation/undo-decision'
import { aClient } from '../../../support/builders/a-client'
import { must } from '../../../support/builders/must'
import { Chance } from '../../../support/chance'
import { decideOn, person, post, publicPiece } from '../../../support/conversation'
import { labelledComments } from '../../../support/labelled/labelled-comments'
import { memoryPorts } from '../../../support/memory/memory-ports'

/** Every bit of the weights, as one short word: a quarter of a million numbers are slow to compare one by one. */
const bits = ({ gradients, squares, spam, good }: ModelState): string =>
  `${spam} ${good} ${createHash('sha1').update(gradients).update(squares).digest('hex')}`

const stage = async () => {
  const ports = memoryPorts()
  const learner = new Learner(ports)
  const deps = {
    ...ports,
    screen: (draft: Parameters<typeof screen>[1]) => screen({ ...ports, learner }, draft),
  }
  const moderator = await person(deps, 'moderator', 'Mo')
  const { slug } = await publicPiece(deps, moderator)
  /** A comment of somebody new, decided; the decision's id. */
  const teach = async (body: string, spam: boolean): Promise<string> => {
    const { commentId } = await post(deps, { slug, body })
    deps.clock.advance(MINUTE)
    return decideOn(deps, moderator, commentId, spam ? 'spam' : 'approve')
  }
  const teachAll = async (count: number, seed: number): Promise<void> => {
    for (const [n, { text: body, spam }] of labelledComments(count, seed).entries())
      await teach(`${body} ${n}`, spam)
  }
  const undo = (decisionId: string) => must('undo', undoDecision(deps, moderator, { decisionId }))
  const again = async () => {
    const other = new Learner(deps)
    await other.sync()
    return other
  }
  return { deps, moderator, slug, learner, teach, teachAll, undo, again }
}

const text = (body: string) => ({ body, name: '', member: false, reply: false })

describe('what is learned', () => {
  it('comes from people’s decisions about other people’s words alone', async () => {
    const { deps, moderator, slug, learner, teach } = await stage()
    await must('post', submitComment(deps, moderator, { slug, body: 'My own words.' }, aClient(3)))
    await learner.sync()
    expect(learner.state).toMatchObject({ spam: 0, good: 0 })
    await teach('Cheap watches at replica-hub.example', true)
    await teach('I remember the old pier.', false)
    const { commentId } = await post(deps, { slug, body: 'Off topic.' })
    await decideOn(deps, moderator, commentId, 'reject')
    await learner.sync()
    expect(learner.state).toMatchObject({ spam: 1, good: 1 })
  })

  it('is forgotten by undo, exactly, and is the same when it is learned again from the log', async () => {
    const { learner, teach, undo, again } = await stage()
    const chance = new Chance(5)
    const standing: string[] = []
    for (const { text: body, spam } of labelledComments(60, 1)) {
      standing.push(await teach(`${body} ${standing.length}`, spam))
      if (chance.below(4) === 0) await learner.sync()
      if (chance.below(5) === 0) await undo(standing.splice(chance.below(standing.length), 1)[0] ?? '')
    }
    await learner.sync()
    expect(learner.state.spam + learner.state.good).toBe(standing.length)
    expect(bits(learner.state)).toBe(bits((await again()).state))
    for (const id of standing.reverse()) await undo(id)
    await learner.sync()
    expect(bits(learner.state)).toBe(bits(new Model().state))
  })

  it('goes on from a snapshot, and from before it when something in it was undone', async () => {
    const { deps, learner, teach, undo, again } = await stage()
    const ids: string[] = []
    for (const { text: body, spam } of labelledComments(30, 2))
      ids.push(await teach(`${body} ${ids.length}`, spam))
    await learner.sync()
    const { spam, good } = learner.state
    const position = ids.at(-1) ?? ''
    await deps.lessonStore.keep({
      position,
      version: 1,
      lessons: spam + good,
      weights: printModel(learner.state),
    })
    expect(bits((await again()).state)).toBe(bits(learner.state))
    await undo(ids[3] ?? '')
    // Somebody starts over a snapshot that tells of a decision which does not stand any more.
    const later = await again()
    expect(later.state.spam + later.state.good).toBe(29)
    await learner.sync()
    expect(bits(learner.state)).toBe(bits(later.state))
    expect(await deps.lessonStore.snapshots(1)).toEqual([])
  })

  it('is put back to the bit by a snapshot', async () => {
    const { learner, teachAll } = await stage()
    await teachAll(10, 3)
    await learner.sync()
    const back = parseModel(printModel(learner.state))
    expect(back && bits(back)).toBe(bits(learner.state))
    expect(parseModel('1 2 nonsense')).toBeNull()
    expect(parseModel('')).toBeNull()
  })
})

describe('what is scored', () => {
  it('is nothing until enough is known, then every new text, and decides nothing', async () => {
    const { deps, slug, learner, teachAll } = await stage()
    const stored = async (body: string) => {
      const { commentId } = await post(deps, { slug, body })
      return {
        estimate: deps.tables.estimates.get(commentId),
        status: deps.tables.comments.get(commentId)?.status,
      }
    }
    expect((await stored('Great post! Visit win-big.example')).estimate).toBeUndefined()
    await teachAll(120, 4)
    await learner.sync()
    const spam = await stored('Best casino bonus of the year, click here: http://win-big.example')
    expect(spam.estimate?.spamScore).toBeGreaterThan(600)
    expect(spam.status).toBe('pending')
    const good = await stored('I remember the ferry, my uncle worked there for years.')
    expect(good.estimate?.spamScore).toBeLessThan(200)
    expect(good.status).toBe('pending')
  })

  it('says why, in words', async () => {
    const { learner, teachAll } = await stage()
    await teachAll(120, 5)
    await learner.sync()
    const why = learner.reasons(text('Best casino bonus, visit http://win-big.example now!'))
    expect(why.some(({ feature, weight }) => /link|casino|bonus/.test(feature) && weight > 0)).toBe(true)
    expect(why.length).toBeLessThanOrEqual(8)
  })

  it('is right more often than 97 of 100 times it says spam, and finds 93 of 100, on texts it has not seen', () => {
    const set = labelledComments(4_000, 6)
    const half = 2_400
    const model = new Model()
    for (const { text: body, spam } of set.slice(0, half)) model.learn(weightsOf(text(body)), spam)
    const said = set
      .slice(half)
      .map(({ text: body, spam }) => ({ spam, score: model.predict(weightsOf(text(body))) }))
    const [positive, hits, all] = [
      said.filter(({ score }) => score >= 0.5).length,
      said.filter(({ score, spam }) => score >= 0.5 && spam).length,
      said.filter(({ spam }) => spam).length,
    ]
    expect(hits / positive).toBeGreaterThanOrEqual(0.97)
    expect(hits / all).toBeGreaterThanOrEqual(0.93)
  })
})

it('knows the logistic function to the last digits', () => {
  for (const x of [-40, -7.3, -1, -0.001, 0, 0.5, 3, 20, 90]) {
    expect(logistic(x)).toBeCloseTo(1 / (1 + Math.exp(-x)), 12)
  }
})
