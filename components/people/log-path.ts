import type { LogFilter } from '@/lib/moderation/log-view'

/** The address of the log, or of its export, with what was chosen to be seen. */
export const logPath = (path: string, filter: LogFilter, after: string | null = null): string => {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''))
  if (after !== null) query.set('after', after)
  return query.size === 0 ? path : `${path}?${query}`
}
