import type { LogFilter } from '@/lib/moderation/log-view'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Select } from '../ui/select'

const MOVES = [
  { value: '', label: 'Anything' },
  { value: 'approve', label: 'Approved' },
  { value: 'reject', label: 'Rejected' },
  { value: 'spam', label: 'Spam' },
  { value: 'hold', label: 'Put back to wait' },
  { value: 'keep', label: 'Kept after reports' },
  { value: 'undo', label: 'Undone' },
  { value: 'withdraw', label: 'Withdrawn' },
  { value: 'measure', label: 'Measures against people' },
]

/** What of the log is shown: a plain form whose choices stand in the address. */
export function LogFilterForm({
  filter,
  staff,
}: {
  filter: LogFilter
  staff: readonly { readonly id: string; readonly name: string }[]
}) {
  const people = [
    { value: '', label: 'Anybody' },
    ...staff.map(({ id, name }) => ({ value: id, label: name })),
    { value: 'stet', label: 'Stet, on arrival' },
  ]
  const isSet = Object.values(filter).some((value) => value !== '')
  return (
    <details open={isSet}>
      <summary className="cursor-pointer font-semibold">Filter</summary>
      <form
        action="/desk/log"
        className="grid grid-cols-[repeat(auto-fill,minmax(min(12rem,100%),1fr))] items-end gap-3 py-3"
      >
        <Select label="Who" name="who" options={people} defaultValue={filter.who} />
        <Select label="What" name="move" options={MOVES} defaultValue={filter.move} />
        <Field label="Reason holds" name="reason" defaultValue={filter.reason} />
        <Field label="Address of the piece" name="piece" defaultValue={filter.piece} />
        <Field label="From" name="from" type="date" defaultValue={filter.from} />
        <Field label="Until" name="until" type="date" defaultValue={filter.until} />
        <Button>Show</Button>
      </form>
    </details>
  )
}
