import type { Asked } from './questions'

/** A line to type in. */
export const line = (name: string, label: string, value = '', hint?: string): Asked => ({
  kind: 'line',
  name,
  label,
  value,
  ...(hint ? { hint } : {}),
})
export const option = (value: string, label: string) => ({ value, label })
export const choice = (
  name: string,
  label: string,
  value: string,
  options: readonly { value: string; label: string }[],
): Asked => ({
  kind: 'choice',
  name,
  label,
  value,
  options,
})
