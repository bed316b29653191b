'use client'

import { useActionState } from 'react'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE } from '@/lib/http/form-state'
import type { Lifted } from '@/lib/moderation/lift-measure'
import type { MeasureView } from '@/lib/moderation/person-view'
import { RefusalNotice } from '../account/refusal-notice'
import { Button } from '../ui/button'
import { Time } from '../ui/time'
import { KIND_WORDS, TARGET_WORDS } from './people-words'

const STATES: Readonly<Record<MeasureView['state'], string>> = {
  stands: 'stands',
  lifted: 'lifted',
  expired: 'over',
  read: 'read by them',
}

function MeasureItem({
  measure,
  lift,
  now,
}: {
  measure: MeasureView
  lift: (form: FormData) => void
  now: string
}) {
  const { actId, kind, targets, reason, note, by, at, until, state, liftedBy, liftable } = measure
  return (
    <li className={`grid gap-1 border-s-3 ps-3 ${state === 'stands' ? 'border-red' : 'border-rule'}`}>
      <p className="wrap-anywhere">
        <strong>{KIND_WORDS[kind]}</strong>, {STATES[state]}
        {liftedBy === null ? '' : ` by ${liftedBy}`}:{' '}
        {targets.map((target) => TARGET_WORDS[target]).join(', ')}
      </p>
      {reason === '' ? null : (
        <p dir="auto" className="wrap-anywhere">
          {reason}
        </p>
      )}
      {note === '' ? null : (
        <p dir="auto" className="text-ink-2 wrap-anywhere">
          For colleagues: {note}
        </p>
      )}
      <p className="text-caption text-ink-3">
        <bdi>{by}</bdi>, <Time at={at} as="relative" now={now} />
        {until === null ? null : (
          <>
            , until <Time at={until} as="date" />
          </>
        )}
      </p>
      {liftable ? (
        <form action={lift}>
          <input type="hidden" name="actId" value={actId} />
          <Button kind="quiet">Undo this measure</Button>
        </form>
      ) : null}
    </li>
  )
}

/** What was done about somebody, newest first, each with the way back. */
export function MeasureList({
  measures,
  lift,
  now,
}: {
  measures: readonly MeasureView[]
  lift: FormAction<Lifted>
  now: string
}) {
  const [state, send] = useActionState(lift, IDLE)
  if (measures.length === 0) return null
  return (
    <section className="grid gap-3">
      <h2 className="font-bold">Measures</h2>
      <RefusalNotice state={state} />
      <ol className="grid gap-3">
        {measures.map((measure) => (
          <MeasureItem key={measure.actId} measure={measure} lift={send} now={now} />
        ))}
      </ol>
    </section>
  )
}
