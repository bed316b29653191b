import { wallTimeAt } from '@/lib/kernel/wall-time'

/** A moment as the clocks of several zones show it, the first one's first. */
export function TwoClocks({ at, zones }: { at: string; zones: readonly string[] }) {
  const moment = Date.parse(at)
  const [first = 'UTC', ...others] = new Set(zones)
  const here = wallTimeAt(moment, first)
  const shown = others.map((zone) => {
    const { date, time } = wallTimeAt(moment, zone)
    return `${date === here.date ? '' : `${date} `}${time} ${zone}`
  })
  return (
    <time dateTime={at}>
      {here.date} {here.time} {first}
      {shown.length === 0 ? null : <span className="text-ink-2"> ({shown.join(', ')})</span>}
    </time>
  )
}
