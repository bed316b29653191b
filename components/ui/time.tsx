import { dateText, momentText, relativeText } from './time-text'

/**
 * <Time at={view.createdAt} />                       Feb 12, 2025, 14:03 UTC
 * <Time at={place.closesAt} zone={place.zone} />     Feb 12, 2025, 09:03 EST
 * <Time at={view.publishedAt} as="date" />           Feb 12, 2025
 * <Time at={row.createdAt} as="relative" now={now}/> 4 hours ago (staff pages, rendered for each request)
 * <Time at={note.on} as="day" />                     Feb 12, 2025, of which no hour is known
 * The exact moment is in `datetime`, and on hover where the text does not say it.
 */
export function Time({
  at,
  as = 'moment',
  now,
  zone,
  className,
}: {
  /** ISO 8601. */
  at: string
  as?: 'date' | 'day' | 'moment' | 'relative'
  /** ISO 8601; needed for `relative`. */
  now?: string
  /** Whose clocks a `moment` is told by; UTC where left out. */
  zone?: string
  className?: string
}) {
  const moment = new Date(at)
  if (as === 'day') {
    return (
      <time dateTime={at.slice(0, 10)} className={className}>
        {dateText(moment)}
      </time>
    )
  }
  if (as === 'moment' || (as === 'relative' && !now)) {
    return (
      <time dateTime={at} className={className}>
        {momentText(moment, zone)}
      </time>
    )
  }
  return (
    <time dateTime={at} title={momentText(moment)} className={className}>
      {as === 'relative' && now ? relativeText(moment, new Date(now)) : dateText(moment)}
    </time>
  )
}
