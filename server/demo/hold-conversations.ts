import type { Stet } from '../../lib/compose'
import { HOUR, MINUTE, type Instant } from '../../lib/kernel/clock'
import { type PostedComment, aComment } from '../../tests/support/builders/a-comment'
import { aDecision, whatTheDeskShows } from '../../tests/support/builders/a-decision'
import { must } from '../../tests/support/builders/must'
import type { Occasion } from './agenda'
import type { Cast } from './cast'
import type { DemoComment, Moment, Step } from './content/demo-comment'
import { PIECES } from './content/pieces'
import { THREADS } from './content/threads'
import { comesOut } from './write-pieces'

/** What a thread needs to go on: who acts, where pieces live, and the comments that others answer. */
interface Stage {
  readonly stet: Stet
  readonly cast: Cast
  readonly slugs: ReadonlyMap<string, string>
  readonly now: Instant
  readonly posted: Map<string, string>
}

/** When a comment is posted. */
export const momentOf = (at: Moment, under: string, now: Instant): Instant => {
  if ('ago' in at) return now - at.ago * MINUTE
  const piece = PIECES.find(({ key }) => key === under)
  if (!piece) throw new Error(`No piece is called ${under}.`)
  return comesOut(piece, now) + Math.round(at.after * HOUR)
}

/** A reader who did nothing else before gets a guest key by it, as by a comment. */
const recommend = async (
  { stet, cast }: Pick<Stage, 'stet' | 'cast'>,
  reader: Parameters<Cast['as']>[0],
  commentId: string,
): Promise<void> => {
  const { by, client } = cast.as(reader)
  await must('recommend', stet.comments.recommend(by, { commentId, intent: 'give' }, client))
}

const carryOut = (
  { stet, cast }: Stage,
  step: Step,
  mine: { readonly post?: PostedComment; decisionId?: string },
): Promise<unknown> => {
  const { post, decisionId = '' } = mine
  if (!post) throw new Error('A step came before its comment.')
  const { commentId, author } = post
  switch (step.do) {
    case 'undo':
      return must('undo', stet.moderation.undo(cast.staff[step.by], { decisionId }))
    case 'edit':
      return whatTheDeskShows(stet, commentId).then(({ version }) =>
        must('edit', stet.comments.edit(author, { commentId, version, body: step.body })),
      )
    case 'report': {
      const { by, client } = cast.as(step.by)
      const { reason, note } = step
      return must('report', stet.comments.report(by, { commentId, reason, note }, client))
    }
    case 'pick':
      return must('pick', stet.moderation.feature(cast.staff[step.by], { commentId, pick: 'pick' }))
    case 'recommend':
      return Promise.all(step.by.map((reader) => recommend({ stet, cast }, reader, commentId)))
    case 'withdraw':
      return whatTheDeskShows(stet, commentId).then(({ version }) =>
        must('withdraw', stet.comments.withdraw(author, { commentId, version })),
      )
    default: {
      const { do: move, by, reason } = step
      return aDecision(stet, { on: commentId, move, by: cast.staff[by], reason }).then((decision) => {
        mine.decisionId = decision.decisionId
      })
    }
  }
}

const lifeOf = (stage: Stage, under: string, comment: DemoComment): readonly Occasion[] => {
  const at = momentOf(comment.at, under, stage.now)
  const mine: { post?: PostedComment; decisionId?: string } = {}
  const happen = async (): Promise<void> => {
    const to = comment.to === undefined ? undefined : stage.posted.get(`${under}/${comment.to}`)
    const place = { under: stage.slugs.get(under), to, body: comment.body }
    mine.post = await aComment(stage.stet, { ...place, ...stage.cast.as(comment.by) })
    stage.cast.remember(comment.by, mine.post.author)
    if (comment.key) stage.posted.set(`${under}/${comment.key}`, mine.post.commentId)
  }
  const later = comment.then.map((step) => ({
    at: at + step.in * MINUTE,
    happen: async () => void (await carryOut(stage, step, mine)),
  }))
  return [{ at, happen }, ...later]
}

/** Everything readers and moderators do. */
export const holdConversations = (stage: Omit<Stage, 'posted'>): readonly Occasion[] => {
  const whole: Stage = { ...stage, posted: new Map() }
  return THREADS.flatMap(({ under, comments }) =>
    comments.flatMap((comment) => lifeOf(whole, under, comment)),
  )
}
