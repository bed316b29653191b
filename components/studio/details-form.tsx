'use client'

import { useActionState } from 'react'
import { CheckBox } from '@/components/ui/check-box'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select, type SelectOption } from '@/components/ui/select'
import type { DetailsView } from '@/lib/articles/open-details'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE, type Refused } from '@/lib/http/form-state'
import { PIECE_COMMENT_MODES } from './piece-comment-modes'
import { SaveNotices } from './save-notices'

const WHICH: readonly SelectOption[] = [
  { value: '', label: 'Choose' },
  { value: 'first', label: 'The first time, before the clocks go back' },
  { value: 'second', label: 'The second time, after they went back' },
]
const NOBODY: SelectOption = { value: '', label: 'Nobody' }
const PLACES = ['First', 'Second', 'Third', 'Fourth', 'Fifth'] as const

/** What a piece is apart from its text. */
export function DetailsForm({
  articleId,
  details,
  saved,
  refused,
  action,
}: {
  articleId: string
  details: DetailsView
  saved: boolean
  refused: Refused | null
  action: FormAction<{ version: number }>
}) {
  const [state, send, sending] = useActionState(action, refused ?? IDLE)
  const values = state.kind === 'refused' ? state.values : {}
  const errors = state.kind === 'refused' ? (state.error.fields ?? {}) : {}
  const people = details.people.map(({ id, name }) => ({ value: id, label: name }))
  const editors = details.people
    .filter(({ edits }) => edits)
    .map(({ id, name }) => ({ value: id, label: name }))
  const moment = (name: 'closesAt' | 'unpublishAt' | 'pinnedUntil') => ({
    name,
    type: 'datetime-local',
    defaultValue: values[name] ?? details[name],
    error: errors[name],
  })
  const choice = (name: string, stored: string) => {
    const defaultValue = values[name] ?? stored
    return { name, defaultValue, key: `${name} ${defaultValue}` }
  }
  return (
    <form action={send} className="grid max-w-[34rem] gap-8">
      <SaveNotices state={state} saved={saved} words="Details saved." />
      <input type="hidden" name="articleId" value={articleId} />
      <input type="hidden" name="version" value={details.version} />
      <input type="hidden" name="zone" value={details.zone} />
      <fieldset className="grid gap-3">
        <legend className="mb-2 text-h3 font-bold">Bylines, in their order</legend>
        {PLACES.map((place, index) => {
          const { key, ...facts } = choice(`byline${index}`, details.bylines[index] ?? '')
          return <Select key={key} {...facts} label={place} options={[NOBODY, ...people]} />
        })}
      </fieldset>
      <fieldset className="grid gap-3">
        <legend className="mb-2 text-h3 font-bold">Looked after by</legend>
        {(({ key, ...facts }) => (
          <Select key={key} {...facts} label="Editor" options={[NOBODY, ...editors]} />
        ))(choice('assignedTo', details.assignedTo))}
      </fieldset>
      <fieldset className="grid gap-3">
        <legend className="mb-2 text-h3 font-bold">Comments</legend>
        {(({ key, ...facts }) => (
          <Select key={key} {...facts} label="New comments" options={PIECE_COMMENT_MODES} />
        ))(choice('commentMode', details.commentMode))}
        <Field {...moment('closesAt')} label="Close comments at" hint={`By the clocks of ${details.zone}.`} />
      </fieldset>
      <fieldset className="grid gap-3">
        <legend className="mb-2 text-h3 font-bold">Planned</legend>
        <Field
          {...moment('unpublishAt')}
          label="Take off the page at"
          hint={`It happens by itself, by the clocks of ${details.zone}.`}
        />
        {details.kind === 'page' ? (
          <input type="hidden" name="pinnedUntil" value="" />
        ) : (
          <>
            <Field {...moment('pinnedUntil')} label="First on the front page until" />
            <CheckBox
              label="Featured: below the lead of the front page, with what was chosen last"
              name="featured"
              defaultChecked={state.kind === 'refused' ? values.featured === '1' : details.isFeatured}
            />
          </>
        )}
        {errors.which || values.which ? (
          <Select
            name="which"
            label="The hour that comes twice"
            defaultValue={values.which ?? ''}
            error={errors.which}
            options={WHICH}
          />
        ) : null}
      </fieldset>
      <Button kind="primary" className="justify-self-start" aria-disabled={sending}>
        Save details
      </Button>
    </form>
  )
}
