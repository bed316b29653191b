import type { QueueField } from '@/lib/moderation/desk-address'

/** One of some values, by name of a field of the desk’s address. */
export function Choice({
  name,
  label,
  value,
  any,
  options,
}: {
  name: QueueField
  label: string
  value: string | undefined
  /** What no choice is called; left out where one is always made. */
  any?: string
  options: readonly (readonly [value: string, label: string])[]
}) {
  return (
    <label className="grid gap-0.5 text-caption text-ink-3">
      {label}
      <select
        name={name}
        defaultValue={value ?? ''}
        className="input min-h-8 min-w-0 py-0 text-caption text-ink"
      >
        {any === undefined ? null : <option value="">{any}</option>}
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}

/** A day of the calendar. */
export function Day({ name, label, value }: { name: QueueField; label: string; value: string | undefined }) {
  return (
    <label className="grid gap-0.5 text-caption text-ink-3">
      {label}
      <input
        type="date"
        name={name}
        defaultValue={value}
        className="input min-h-8 py-0 text-caption text-ink"
      />
    </label>
  )
}
