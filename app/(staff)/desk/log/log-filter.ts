import type { LogFilter } from '@/lib/moderation/log-view'

/** What the address asks the log for; a field given twice or too long counts as cut. */
export const logFilter = (query: (name: string) => string | null): LogFilter => {
  const field = (name: string): string => query(name)?.slice(0, 300) ?? ''
  return {
    who: field('who'),
    move: field('move'),
    reason: field('reason'),
    piece: field('piece'),
    from: field('from'),
    until: field('until'),
  }
}
