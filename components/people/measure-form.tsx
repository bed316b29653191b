'use client'

import { useActionState } from 'react'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE } from '@/lib/http/form-state'
import type { MeasureTarget } from '@/lib/moderation/measure-targets'
import type { PersonView } from '@/lib/moderation/person-view'
import type { Taken } from '@/lib/moderation/take-measure'
import { RefusalNotice } from '../account/refusal-notice'
import { Button } from '../ui/button'
import { CheckBox } from '../ui/check-box'
import { Field } from '../ui/field'
import { Select } from '../ui/select'
import { TextArea } from '../ui/text-area'

const KINDS = [
  { value: 'warn', label: 'Warn: they read it once' },
  { value: 'suspend', label: 'Pause: no part for a time' },
  { value: 'ban', label: 'Ban: no part any more' },
  { value: 'mute', label: 'Do not hear their reports' },
]
const USUAL_DAYS = [1, 3, 7, 14, 30, 90, 365]

const AIMS: Readonly<Record<MeasureTarget, { readonly name: string; readonly label: string }>> = {
  person: { name: 'aimPerson', label: 'Them' },
  mail: { name: 'aimMail', label: 'Their mail address' },
  domain: { name: 'aimDomain', label: 'Everybody with the same mail provider' },
  address: { name: 'aimAddress', label: 'Their address block, for thirty days at most' },
}

/** What a kind has no use for is out of sight while it is chosen, without a script: who only warns need not think of bans. */
const NOT_FOR = {
  mute: 'group-has-[option[value=mute]:checked]:hidden',
  warn: 'group-has-[option[value=warn]:checked]:hidden',
} as const
const FOR_BANS = 'not-group-has-[option[value=ban]:checked]:hidden'

/** What to do about somebody, what they are told, and for how long. */
export function MeasureForm({ person, action }: { person: PersonView; action: FormAction<Taken> }) {
  const [state, send] = useActionState(action, IDLE)
  const refused = state.kind === 'refused' ? state : null
  const fields = refused?.error.fields ?? {}
  const typed = (name: string): string | undefined => refused?.values[name]
  return (
    <details open={refused !== null} className="border-y border-rule py-2">
      <summary className="cursor-pointer py-1 font-bold">Take a measure</summary>
      <form action={send} noValidate className="group grid gap-3 py-2">
        <input type="hidden" name="person" value={person.key} />
        <RefusalNotice state={state} />
        <Select
          // A select takes a new default only when it is made anew.
          key={`kind ${typed('kind') ?? ''}`}
          label="What"
          name="kind"
          options={KINDS}
          defaultValue={typed('kind') ?? 'warn'}
        />
        <div className={NOT_FOR.mute}>
          <TextArea
            label="What they are told"
            name="reason"
            id="measure-reason"
            rows={2}
            className="min-h-16"
            dir="auto"
            error={fields.reason}
            defaultValue={typed('reason')}
            hint="In plain words; a warning is nothing else."
          />
        </div>
        <div className={NOT_FOR.warn}>
          <Field
            label="For how many days"
            name="days"
            type="number"
            inputMode="numeric"
            min={1}
            max={3_650}
            list="measure-days"
            className="max-w-28"
            error={fields.days}
            defaultValue={typed('days')}
            hint="Empty: until it is undone. A pause needs an end."
          />
          <datalist id="measure-days">
            {USUAL_DAYS.map((days) => (
              <option key={days} value={days} />
            ))}
          </datalist>
        </div>
        <fieldset className={`grid gap-1 ${FOR_BANS}`}>
          <legend className="mb-1 font-semibold">What a ban is aimed at</legend>
          {person.targets.map((target) => (
            <CheckBox
              key={target}
              label={AIMS[target].label}
              name={AIMS[target].name}
              defaultChecked={refused ? typed(AIMS[target].name) === '1' : target === 'person'}
            />
          ))}
          {fields.targets ? <p className="field-error">{fields.targets}</p> : null}
          <p className="field-hint">
            Mail and address blocks are guesses: comments that come with them wait for you, and their writers
            are told nothing.
          </p>
        </fieldset>
        <div className={FOR_BANS}>
          <CheckBox
            label="With a ban: reject what of theirs is waiting"
            name="rejectWaiting"
            defaultChecked={typed('rejectWaiting') === '1'}
          />
        </div>
        <TextArea
          label="For colleagues"
          name="note"
          id="measure-note"
          rows={2}
          className="min-h-16"
          dir="auto"
          defaultValue={typed('note')}
        />
        <Button kind="danger" className="justify-self-start">
          Take this measure
        </Button>
      </form>
    </details>
  )
}
