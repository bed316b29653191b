import { beforeEach } from 'vitest'
import type { Letter } from '../../lib/notifications/mailer'
import { aDecision } from './builders/a-decision'
import { aPiece } from './builders/a-piece'
import { must } from './builders/must'
import { type MailStage, ORIGIN, fieldsOf, mailStage } from './mail-stage'

export const RITA = 'rita@post.test'

/** A piece people comment on, and the mails about it: new before each test of the file. */
export const mailRoom = () => {
  let stage: MailStage
  let slug = ''
  beforeEach(async () => {
    stage = mailStage()
    ;({ slug } = await aPiece(stage.stet, { title: 'Who drew the channel' }))
  })

  const approve = (commentId: string) => aDecision(stage.stet, { on: commentId, move: 'approve' })
  const confirm = (letter: Letter | undefined) => {
    const { id = '', until = '', key = '' } = fieldsOf(stage.linkIn(letter, '/confirm'))
    return stage.stet.mail.confirm({ id, until, key })
  }
  return {
    get stage() {
      return stage
    },
    get slug() {
      return slug
    },
    wait: (ms: number): void => stage.ports.clock.advance(ms),
    approve,
    confirm,
    stop: (letter: Letter | undefined, everything = false) => {
      const { id = '', key = '' } = fieldsOf(letter?.unsubscribe?.slice(ORIGIN.length) ?? '')
      return stage.stet.mail.stop({ id, key, everything })
    },
    /** A guest's approved comment whose author has confirmed the address and wants to hear of replies. */
    aListener: async (email = RITA) => {
      const posted = await stage.post({ under: slug, email, tellReplies: true })
      const letters = await stage.round()
      await must('confirm', confirm(letters.find(({ to }) => to === email)))
      await approve(posted.commentId)
      return posted
    },
    reply: async (to: string, facts: { name?: string; body?: string } = {}) => {
      const posted = await stage.post({ under: slug, to, ...facts })
      await approve(posted.commentId)
      return posted
    },
  }
}
