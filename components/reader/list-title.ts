import type { ListTitle } from '@/lib/articles/piece-list'

const MONTH = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })

/** "February" */
export const monthName = (month: number): string => MONTH.format(Date.UTC(2000, month - 1))

/** "Boats", "Ada Lovelace", "February 2025", "2025" */
export const listTitle = (title: ListTitle): string => {
  if (title.kind !== 'period') return title.name
  return title.month === null ? String(title.year) : `${monthName(title.month)} ${title.year}`
}
