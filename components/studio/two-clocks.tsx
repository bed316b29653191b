import { wallTimeAt } from '@/lib/kernel/wall-time'

/** A moment as two clocks show it: the one of the publication, and UTC. */
export function TwoClocks({ at, zone }: { at: string; zone: string }) {
  const moment = Date.parse(at)
  const [here, utc] = [wallTimeAt(moment, zone), wallTimeAt(moment, 'UTC')]
  return (
    <time dateTime={at}>
      {here.date} {here.time} {zone}
      {zone === 'UTC' ? null : (
        <span className="text-ink-2">
          {' '}
          ({utc.date === here.date ? '' : `${utc.date} `}
          {utc.time} UTC)
        </span>
      )}
    </time>
  )
}
