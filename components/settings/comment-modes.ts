import type { SelectOption } from '@/components/ui/select'

export const COMMENT_MODES: readonly SelectOption[] = [
  { value: 'all', label: 'Wait for a moderator, all of them' },
  { value: 'first', label: 'Wait until their author has earned trust' },
  { value: 'open', label: 'Appear unless a check objects' },
  { value: 'closed', label: 'Are not taken' },
]

/** The same question of every check: does what it finds hold a comment? */
export const HOLDS: readonly SelectOption[] = [
  { value: 'yes', label: 'Hold a comment' },
  { value: 'no', label: 'Are not looked at' },
]

export const DIETS: readonly SelectOption[] = [
  { value: 'no', label: 'By priority alone' },
  { value: 'yes', label: 'One in five is likely good' },
]

export const VEILED: readonly SelectOption[] = [
  { value: 'yes', label: 'Blurred at the desk until asked for' },
  { value: 'no', label: 'Shown as they were written' },
]

export const REQUIRED: readonly SelectOption[] = [
  { value: 'no', label: 'May be given' },
  { value: 'yes', label: 'Must be given with every rejection' },
]

export const AKISMET: readonly SelectOption[] = [
  { value: 'no', label: 'Is not asked' },
  { value: 'yes', label: 'Is asked about every new text' },
]

export const LEARNER: readonly SelectOption[] = [
  { value: 'yes', label: 'Scores new comments' },
  { value: 'no', label: 'Learns, but scores nothing' },
]

/** Whether search engines may quote comments; the values are those of the form's field. */
export const SNIPPET_CHOICES: readonly SelectOption[] = [
  { value: 'no', label: 'May be quoted below a search result' },
  { value: 'yes', label: 'Are kept out of text snippets' },
]
