import type { SelectOption } from '@/components/ui/select'

export const COMMENT_MODES: readonly SelectOption[] = [
  { value: 'all', label: 'Wait for a moderator, all of them' },
  { value: 'first', label: 'Wait until their author has earned trust' },
  { value: 'open', label: 'Appear unless a check objects' },
  { value: 'closed', label: 'Are not taken' },
]
