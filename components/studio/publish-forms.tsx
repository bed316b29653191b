'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE, type Refused } from '@/lib/http/form-state'

interface Facts {
  readonly articleId: string
  readonly version: number
  /** The checklist objects: a reason is asked for. */
  readonly objects: boolean
  readonly refused: Refused | null
}

/** Two forms of the page ask for it: `id` tells their fields apart. */
const reasonField = (id: string, objects: boolean, value: string | undefined, error: string | undefined) =>
  objects ? (
    <Field
      id={id}
      error={error}
      label="Why it goes out although the checklist objects"
      name="reason"
      defaultValue={value ?? ''}
      hint="It stands in the log, with your name."
    />
  ) : null

function Refusal({ refused }: { refused: Refused }) {
  return (
    <Notice kind="error" title="This was not done">
      <p>{refused.error.message}</p>
    </Notice>
  )
}

/** At once: the whole form is one button, and a reason where one is needed. */
export function PublishForm<T>({
  articleId,
  version,
  objects,
  label,
  action,
}: Facts & { label: string; action: FormAction<T> }) {
  const [state, send, sending] = useActionState(action, IDLE)
  return (
    <form action={send} className="grid gap-4">
      {state.kind === 'refused' ? <Refusal refused={state} /> : null}
      <input type="hidden" name="articleId" value={articleId} />
      <input type="hidden" name="version" value={version} />
      {reasonField(
        'publish-reason',
        objects,
        state.kind === 'refused' ? state.values.reason : undefined,
        state.kind === 'refused' ? state.error.fields?.reason : undefined,
      )}
      <Button kind="primary" className="justify-self-start" aria-disabled={sending}>
        {label}
      </Button>
    </form>
  )
}

export interface ScheduleStart {
  readonly date: string
  readonly time: string
  readonly zone: string
}

/** At a moment to come: day, time and the zone whose clocks show it. */
export function ScheduleForm<T>({
  articleId,
  version,
  objects,
  refused,
  start,
  zones,
  action,
}: Facts & { start: ScheduleStart; zones: readonly string[]; action: FormAction<T> }) {
  const [state, send, sending] = useActionState(action, refused ?? IDLE)
  const values = state.kind === 'refused' ? state.values : {}
  const errors = state.kind === 'refused' ? (state.error.fields ?? {}) : {}
  const zone = values.zone ?? start.zone
  return (
    <form action={send} className="grid gap-4">
      {state.kind === 'refused' ? <Refusal refused={state} /> : null}
      <input type="hidden" name="articleId" value={articleId} />
      <input type="hidden" name="version" value={version} />
      <div className="grid gap-4 sm:grid-cols-3">
        <Field
          label="Day"
          name="date"
          type="date"
          required
          defaultValue={values.date ?? start.date}
          error={errors.date}
        />
        <Field
          label="Time"
          name="time"
          type="time"
          required
          defaultValue={values.time ?? start.time}
          error={errors.time}
        />
        <Select
          label="Time zone"
          name="zone"
          key={zone}
          defaultValue={zone}
          error={errors.zone}
          options={zones.map((value) => ({ value, label: value }))}
        />
      </div>
      {errors.which ? (
        <Select
          label="Which of the two"
          name="which"
          defaultValue=""
          error={errors.which}
          options={[
            { value: '', label: 'Choose' },
            { value: 'first', label: 'The first, before the clocks are put back' },
            { value: 'second', label: 'The second, after' },
          ]}
        />
      ) : null}
      {reasonField('schedule-reason', objects, values.reason, errors.reason)}
      <Button className="justify-self-start" aria-disabled={sending}>
        Schedule
      </Button>
    </form>
  )
}
