import type { SelectOption } from '../ui/select'

/** How comments are taken below one piece; the site's own way first. */
export const PIECE_COMMENT_MODES: readonly SelectOption[] = [
  { value: '', label: 'As everywhere on this site' },
  { value: 'all', label: 'Wait for a moderator, all of them' },
  { value: 'first', label: 'Wait until their author has earned trust' },
  { value: 'open', label: 'Appear unless a check objects' },
  { value: 'closed', label: 'Are not taken' },
]
