import type { Metadata } from 'next'
import { Desk } from '@/components/desk/desk'
import { QUEUE_WORDS } from '@/components/desk/queue-words'
import { Refusal } from '@/components/desk/refusal'
import { statusOf } from '@/lib/http/error-table'
import { openPage } from '@/lib/http/open-page'
import { setStatus } from '@/lib/http/set-status'
import {
  decideAction,
  decideAndReturnAction,
  featureAction,
  featureAndReturnAction,
  undoAction,
  undoAndReturnAction,
} from './desk-actions'

export const metadata: Metadata = { title: 'Desk' }

const ACTIONS = {
  decide: decideAction,
  decideAndReturn: decideAndReturnAction,
  undo: undoAction,
  undoAndReturn: undoAndReturnAction,
  feature: featureAction,
  featureAndReturn: featureAndReturnAction,
}

/** An address that was cut or mistyped still leads to the desk. */
const tabOf = (asked: string | null) => QUEUE_WORDS.find(({ tab }) => tab === asked)?.tab ?? 'waiting'

export default openPage('open.desk', async ({ stet, actor, query }) => {
  const [after, done] = [query('after')?.slice(0, 100) ?? '', query('done')]
  const [queue, last] = await Promise.all([
    stet.moderation.queue(actor, { tab: tabOf(query('tab')), after }),
    done === null ? null : stet.moderation.decision(actor, { decisionId: done }),
  ])
  if (!queue.ok) {
    setStatus(statusOf(queue.error.code))
    return (
      <main id="main" className="mx-auto max-w-sheet px-4 sm:px-6">
        <Refusal error={queue.error} />
      </main>
    )
  }
  const now = new Date(stet.ports.clock.now()).toISOString()
  const confirmed = last?.ok ? last.value : null
  return <Desk view={queue.value} after={after} now={now} last={confirmed} actions={ACTIONS} />
})
