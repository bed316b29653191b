import { wallTimeAt } from '@/lib/kernel/wall-time'

/** A moment as several clocks show it: first the one it was planned by, then the publication's own, and UTC. */
export function TwoClocks({ at, zones }: { at: string; zones: readonly string[] }) {
  const moment = Date.parse(at)
  const [first = 'UTC', ...others] = [...new Set([...zones, 'UTC'])]
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
