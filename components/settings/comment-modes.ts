import type { SelectOption } from '@/components/ui/select'

export const COMMENT_MODES: readonly SelectOption[] = [
  { value: 'all', label: 'Wait for a moderator, all of them' },
  { value: 'first', label: 'Wait until their author has earned trust' },
  { value: 'open', label: 'Appear unless a check objects' },
  { value: 'closed', label: 'Are not taken' },
]

/** Whether search engines may quote comments; the values are those of the form's field. */
export const SNIPPET_CHOICES: readonly SelectOption[] = [
  { value: 'no', label: 'May be quoted below a search result' },
  { value: 'yes', label: 'Are kept out of text snippets' },
]
