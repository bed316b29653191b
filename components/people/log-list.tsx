'use client'

import { useActionState } from 'react'
import type { CommentStatus } from '@/lib/comments/comment-status'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE } from '@/lib/http/form-state'
import type { Lifted } from '@/lib/moderation/lift-measure'
import type { UndoneBatch } from '@/lib/moderation/undo-batch'
import type { LogFilter, LogLineView, LogView } from '@/lib/moderation/log-view'
import { RefusalNotice } from '../account/refusal-notice'
import { STATUS_WORDS } from '../desk/moves'
import { TextRuns } from '../desk/text-runs'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Pager } from '../ui/pager'
import { Time } from '../ui/time'
import { LogFilterForm } from './log-filter-form'
import { logPath } from './log-path'
import { nameOf } from './people-words'

/** What was done, before "a comment by …". */
const DECIDED: Readonly<Record<string, string>> = {
  approve: 'approved',
  reject: 'rejected',
  spam: 'marked as spam',
  hold: 'put back to wait',
  keep: 'kept, and answered the reports of,',
  withdraw: 'withdrew',
  erase: 'erased',
  undo: 'undid a decision about',
}

const MEASURES: Readonly<Record<string, string>> = {
  warn: 'warned',
  suspend: 'asked to pause',
  ban: 'banned',
  mute: 'stopped hearing reports of',
}

export interface LogActions {
  readonly undo: FormAction<{ to: CommentStatus }>
  readonly undoBatch: FormAction<UndoneBatch>
  readonly lift: FormAction<Lifted>
}

type Send = (form: FormData) => void

function Undo({ undo, sendUndo, sendLift }: Pick<LogLineView, 'undo'> & { sendUndo: Send; sendLift: Send }) {
  if (undo === null) return null
  const isDecision = 'decisionId' in undo
  return (
    <form action={isDecision ? sendUndo : sendLift}>
      <input
        type="hidden"
        name={isDecision ? 'decisionId' : 'actId'}
        value={isDecision ? undo.decisionId : undo.actId}
      />
      <Button kind="quiet">Undo</Button>
    </form>
  )
}

function LogLine({
  line,
  now,
  sendBatch,
  ...sends
}: {
  line: LogLineView
  now: string
  sendBatch: Send
  sendUndo: Send
  sendLift: Send
}) {
  const { by, what, lifted, to, reason, note, undone, about, body, article, at } = line
  const measure = MEASURES[what]
  return (
    <li className="grid gap-0.5 border-b border-rule py-2">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <p className="min-w-0 wrap-anywhere">
          <span className={undone ? 'line-through decoration-red' : undefined}>
            <bdi className="font-semibold">{by}</bdi>{' '}
            {measure
              ? lifted
                ? `undid that they ${measure}`
                : measure
              : `${DECIDED[what] ?? what} a comment by`}
          </span>{' '}
          {about.path === null ? (
            <bdi>{nameOf(about.name)}</bdi>
          ) : (
            <a href={about.path}>
              <bdi>{nameOf(about.name)}</bdi>
            </a>
          )}
          {undone ? ' (undone)' : ''}
          {reason === '' ? '' : `: ${reason}`}
        </p>
        <span className="text-caption whitespace-nowrap text-ink-3">
          <Time at={at} as="relative" now={now} />
        </span>
        <Undo undo={line.undo} {...sends} />
        {line.batch === null ? null : (
          <form action={sendBatch}>
            <input type="hidden" name="batchId" value={line.batch.batchId} />
            <Button kind="quiet">Undo all {line.batch.comments.toLocaleString('en')} of that click</Button>
          </form>
        )}
      </div>
      {body === null ? null : (
        <p dir="auto" className="line-clamp-2 max-w-[80ch] text-ink-2 wrap-anywhere">
          <TextRuns runs={body} />
        </p>
      )}
      {article === null ? null : (
        <p className="text-caption text-ink-3 wrap-anywhere">
          {to === null ? '' : `became ${STATUS_WORDS[to] ?? to} · `}
          {article.path === null ? (
            <bdi>{article.title}</bdi>
          ) : (
            <a href={article.path} className="text-ink-3">
              <bdi>{article.title}</bdi>
            </a>
          )}
        </p>
      )}
      {note === '' ? null : <p className="text-caption text-ink-2 wrap-anywhere">Note: {note}</p>}
    </li>
  )
}

/** Everything anybody decided about comments and people, newest first, with the way back where there still is one. */
export function LogList({
  view,
  filter,
  staff,
  after,
  now,
  actions,
}: {
  view: LogView
  filter: LogFilter
  staff: readonly { readonly id: string; readonly name: string }[]
  after: string
  now: string
  actions: LogActions
}) {
  const [undone, sendUndo] = useActionState(actions.undo, IDLE)
  const [batch, sendBatch] = useActionState(actions.undoBatch, IDLE)
  const [lifted, sendLift] = useActionState(actions.lift, IDLE)
  return (
    <div className="grid gap-4 pt-6">
      <div className="flex flex-wrap items-baseline justify-between gap-4">
        <h1 className="text-h2 font-bold">Log</h1>
        <a href={logPath('/desk/log.csv', filter)}>Export as CSV</a>
      </div>
      <LogFilterForm filter={filter} staff={staff} />
      <RefusalNotice state={undone} />
      <RefusalNotice state={batch} />
      <RefusalNotice state={lifted} />
      {view.lines.length === 0 ? (
        <EmptyState title="Nothing was decided">
          <a href="/desk/log">Show everything</a>
        </EmptyState>
      ) : (
        <ol className="border-t border-rule">
          {view.lines.map((line) => (
            <LogLine key={line.id} line={line} now={now} {...{ sendUndo, sendBatch, sendLift }} />
          ))}
        </ol>
      )}
      <Pager
        label="Pages of the log"
        back={after === '' ? null : { href: logPath('/desk/log', filter), label: 'Newest' }}
        next={view.next === null ? null : { href: logPath('/desk/log', filter, view.next), label: 'Earlier' }}
      />
    </div>
  )
}
