import type { Metadata } from 'next'
import { Desk } from '@/components/desk/desk'
import { Refusal } from '@/components/desk/refusal'
import { statusOf } from '@/lib/http/error-table'
import { type PageVisit, openPage } from '@/lib/http/open-page'
import { setStatus } from '@/lib/http/set-status'
import { QUEUE_FIELDS, type QueueFields, deskAddress } from '@/lib/moderation/desk-address'
import { parseUndo } from '@/lib/moderation/undo-key'
import {
  addNoteAction,
  closeRepliesAction,
  decideAction,
  decideAndReturnAction,
  decideManyAction,
  featureAction,
  featureAndReturnAction,
  replyAction,
  undoAction,
  undoAndReturnAction,
  watchAction,
} from './desk-actions'

export const metadata: Metadata = { title: 'Desk' }

const ACTIONS = {
  decide: decideAction,
  decideAndReturn: decideAndReturnAction,
  undo: undoAction,
  undoAndReturn: undoAndReturnAction,
  feature: featureAction,
  featureAndReturn: featureAndReturnAction,
  decideMany: decideManyAction,
  closeReplies: closeRepliesAction,
  addNote: addNoteAction,
  watch: watchAction,
  reply: replyAction,
}

const fieldsOf = ({ query }: PageVisit): QueueFields =>
  Object.fromEntries(
    QUEUE_FIELDS.flatMap((name) => {
      const value = query(name)?.slice(0, 400)
      return value ? [[name, value]] : []
    }),
  )

/** What a form led back from, to be confirmed with the way back. */
const lastOf = async ({ stet, actor, query }: PageVisit) => {
  const target = parseUndo(query('done') ?? '')
  if (target === null) return null
  if ('batchId' in target) {
    const batch = await stet.moderation.batch(actor, target)
    return batch.ok ? ({ kind: 'batch', batch: batch.value } as const) : null
  }
  const one = await stet.moderation.decision(actor, target)
  return one.ok ? ({ kind: 'decision', ...target, ...one.value } as const) : null
}

export default openPage('open.desk', async (visit) => {
  const { stet, actor } = visit
  const fields = fieldsOf(visit)
  // Before anything is read: what comes meanwhile may not be on the page.
  const now = stet.ports.clock.now()
  const [queue, last, choices] = await Promise.all([
    stet.moderation.queue(actor, fields),
    lastOf(visit),
    stet.moderation.choices(actor),
  ])
  if (!queue.ok) {
    setStatus(statusOf(queue.error.code))
    return (
      <main id="main" className="mx-auto max-w-sheet px-4 sm:px-6">
        <Refusal error={queue.error} />
      </main>
    )
  }
  const isCalm = queue.value.tab === 'waiting' && queue.value.cards.length === 0
  const today = isCalm ? await stet.moderation.today(actor) : null
  const address = deskAddress(fields)
  return (
    <Desk
      view={queue.value}
      address={address}
      choices={choices}
      today={today}
      now={new Date(now).toISOString()}
      seenAt={now}
      last={last}
      actions={ACTIONS}
    />
  )
})
