import { readFileSync } from 'node:fs'
import { type LessonText, weightsOf } from '../../../lib/moderation/learner/features'
import { Model } from '../../../lib/moderation/learner/model'
import { type Labelled, labelledComments } from '../../support/labelled/labelled-comments'
import { readLabelled } from '../labelled-csv'
import { NaiveBayes } from '../naive-bayes'
import type { Part } from './part'

/** The share of the set, from its beginning, that is learned; the rest is judged. */
const LEARNED = 0.6

interface Judge {
  learn(text: string, spam: boolean): void
  /** 0…1 */
  score(text: string): number
}

interface Quality {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

const asComment = (body: string): LessonText => ({ body, name: '', member: false, reply: false })

const learner = (): Judge => {
  const model = new Model()
  return {
    learn: (text, spam) => void model.learn(weightsOf(asComment(text)), spam),
    score: (text) => model.predict(weightsOf(asComment(text))),
  }
}

const qualityOf = (
  said: readonly { readonly spam: boolean; readonly score: number }[],
  from: number,
): Quality => {
  const positive = said.filter(({ score }) => score >= from)
  const hits = positive.filter(({ spam }) => spam).length
  const [precision, recall] = [
    hits / (positive.length || 1),
    hits / (said.filter(({ spam }) => spam).length || 1),
  ]
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) }
}

const judged = (judge: Judge, set: readonly Labelled[], goesOn: boolean): Quality => {
  const half = Math.floor(set.length * LEARNED)
  for (const { text, spam } of set.slice(0, half)) judge.learn(text, spam)
  const said = set.slice(half).map(({ text, spam }) => {
    const score = judge.score(text)
    // As in life: what was decided about one comment is known when the next one comes.
    if (goesOn) judge.learn(text, spam)
    return { spam, score }
  })
  return qualityOf(said, 0.5)
}

const line = (name: string, { precision, recall, f1 }: Quality): string =>
  `${name.padEnd(34)}${precision.toFixed(3).padStart(10)}${recall.toFixed(3).padStart(10)}${f1.toFixed(3).padStart(10)}`

/** Precision and recall of the local learner on a labelled set, in its order, beside a naive Bayes on the same texts. */
export const learnerPart: Part = async ({ csv }) => {
  const set = csv === undefined ? labelledComments(5_000, 2_031) : readLabelled(readFileSync(csv, 'utf8'))
  const started = performance.now()
  const fixed = judged(learner(), set, false)
  const microseconds = ((performance.now() - started) * 1_000) / set.length
  const going = judged(learner(), set, true)
  const bayes = judged(new NaiveBayes(), set, false)
  const spam = set.filter((one) => one.spam).length
  return {
    text: [
      `${set.length} comments, ${spam} of them spam; the first ${Math.round(LEARNED * 100)} % learned, the rest judged (${csv ?? 'a set of our own making'})`,
      `${''.padEnd(34)}${['precision', 'recall', 'F1'].map((head) => head.padStart(10)).join('')}`,
      line('learner', fixed),
      line('learner, going on as decisions come', going),
      line('naive Bayes', bayes),
      `${microseconds.toFixed(0)} µs a comment to take apart and learn or judge`,
    ].join('\n'),
    json: { comments: set.length, spam, learner: fixed, goingOn: going, naiveBayes: bayes, microseconds },
    wrong: fixed.f1 <= bayes.f1,
  }
}
