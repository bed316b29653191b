import type { Bar } from '@/lib/moderation/statistics'
import { dateText } from '../ui/time-text'

const HEIGHT = 120
const STEP = 16
const WIDTH = 11

const dayText = (day: string): string => dateText(new Date(`${day}T00:00:00Z`))

/** Comments by day or week: bars to look at, and the same numbers as a table to read. No script. */
export function VolumeChart({ bars }: { bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ comments }) => comments))
  const [first, last] = [bars[0], bars.at(-1)]
  if (!first || !last) return null
  const unit = first.days === 1 ? 'day' : 'week'
  return (
    <figure className="grid gap-1">
      <figcaption className="font-bold">Comments by {unit}</figcaption>
      <svg
        viewBox={`0 0 ${bars.length * STEP} ${HEIGHT}`}
        className="h-32 w-full max-w-full"
        preserveAspectRatio="none"
        role="img"
        aria-label={`Comments by ${unit}, at most ${most.toLocaleString('en')}; the numbers are in the table below.`}
      >
        <line x1="0" x2={bars.length * STEP} y1={HEIGHT} y2={HEIGHT} stroke="var(--edge)" />
        {bars.map(({ from, comments }, n) => {
          const height = Math.round((comments / most) * (HEIGHT - 4))
          return (
            <rect
              key={from}
              x={n * STEP}
              y={HEIGHT - height}
              width={WIDTH}
              height={height}
              fill="var(--blue)"
            >
              <title>{`${dayText(from)}: ${comments.toLocaleString('en')}`}</title>
            </rect>
          )
        })}
      </svg>
      <p className="flex justify-between text-caption text-ink-3">
        <span>{dayText(first.from)}</span>
        <span>{dayText(last.from)}</span>
      </p>
      <details>
        <summary className="cursor-pointer text-ink-2">The numbers</summary>
        <table className="border-collapse tabular-nums">
          <thead>
            <tr>
              <th scope="col" className="pe-6 text-start font-semibold">
                {unit === 'day' ? 'Day' : 'Week from'}
              </th>
              <th scope="col" className="text-end font-semibold">
                Comments
              </th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ from, comments }) => (
              <tr key={from}>
                <th scope="row" className="pe-6 text-start font-normal">
                  {dayText(from)}
                </th>
                <td className="text-end">{comments.toLocaleString('en')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
