import type { MailDeps } from './deliver'
import { LEASE_MS, deliver } from './deliver'
import { questionLetter } from './question-letter'
import { QUESTIONS_A_WEEK } from './rhythm'
import { shutOut } from './shut-out'

/** A question that could not be sent within about a day is not sent at all. */
const TRIES = 12

/** Sends the next question that is due. False when there is none, or the mail server has no time. */
export const sendQuestion = async (deps: MailDeps, origin: string): Promise<boolean> => {
  const { noticeStore, mailLog, settingsStore, secrets, clock } = deps
  const now = clock.now()
  const [question] = await noticeStore.leaseQuestions(now, 1, LEASE_MS)
  if (!question) return false
  const { emailKey, noticeId, attempts, holder } = question
  const { refused, questions } = await mailLog.facts(emailKey, now)
  const isOut = (await shutOut(deps, emailKey, [holder])).size > 0
  if (isOut || refused || questions >= QUESTIONS_A_WEEK || attempts > TRIES) {
    await noticeStore.drop([noticeId])
    return true
  }
  const { name } = (await settingsStore.read()).settings
  const letter = questionLetter({ secrets, origin, name }, question, now)
  return deliver(deps, letter, { emailKey, kind: 'question', noticeIds: [noticeId], attempts })
}
