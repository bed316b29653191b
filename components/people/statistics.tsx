import type { ReactNode } from 'react'
import type { StatisticsView } from '@/lib/moderation/statistics'
import { Tabs } from '../ui/tabs'
import { checkWords } from '@/lib/moderation/check-words'
import { VolumeChart } from './volume-chart'

const PERIOD_WORDS: Readonly<Record<number, string>> = {
  7: '7 days',
  30: '30 days',
  90: '90 days',
  365: 'A year',
}

/** "3 min", "2 h 10 min", "4 days". */
const durationText = (ms: number | null): string => {
  if (ms === null) return 'none yet'
  const minutes = Math.round(ms / 60_000)
  if (minutes < 1) return 'under a minute'
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`
  return `${Math.round(hours / 24)} days`
}

const number = (value: number): string => value.toLocaleString('en')
const percent = (share: number): string => `${Math.round(share * 100)} %`

function Table({
  caption,
  heads,
  rows,
  empty,
}: {
  caption: string
  heads: readonly string[]
  rows: readonly (readonly ReactNode[])[]
  empty: string
}) {
  if (rows.length === 0) {
    return (
      <section className="grid gap-1">
        <h2 className="font-bold">{caption}</h2>
        <p className="text-ink-2">{empty}</p>
      </section>
    )
  }
  return (
    <div className="overflow-x-auto" role="region" aria-label={caption} tabIndex={0}>
      <table className="w-full border-collapse text-start tabular-nums">
        <caption className="pb-1 text-start font-bold">{caption}</caption>
        <thead>
          <tr className="border-b border-edge">
            {heads.map((head, n) => (
              <th
                key={head}
                scope="col"
                className={`py-1 pe-4 font-semibold ${n === 0 ? 'text-start' : 'text-end'}`}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...cells], n) => (
            <tr key={n} className="border-b border-rule">
              <th scope="row" className="py-1 pe-4 text-start font-normal wrap-break-word">
                {first}
              </th>
              {cells.map((cell, k) => (
                <td key={k} className="py-1 pe-4 text-end whitespace-nowrap">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What the desk did in a period: how much, how fast, by whom, why, and how often the checks were right. */
export function Statistics({ view }: { view: StatisticsView }) {
  const { period, arrived, decided, medianWait, bars, moderators, reasons, checks } = view
  return (
    <div className="grid max-w-[52rem] gap-8 pt-6">
      <div className="grid gap-3">
        <h1 className="text-h2 font-bold">Statistics</h1>
        <Tabs
          label="Period"
          items={[7, 30, 90, 365].map((days) => ({
            href: `/desk/statistics?days=${days}`,
            label: PERIOD_WORDS[days] ?? '',
            current: days === period,
          }))}
        />
        <dl className="flex flex-wrap gap-x-10 gap-y-2">
          {(
            [
              ['Comments', number(arrived)],
              ['Decisions', number(decided)],
              ['Median wait for the first decision', durationText(medianWait)],
            ] as const
          ).map(([term, value]) => (
            <div key={term}>
              <dt className="text-caption text-ink-3">{term}</dt>
              <dd className="text-h2 font-bold tabular-nums">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      {arrived === 0 ? (
        <p className="text-ink-2">No comments came in this time.</p>
      ) : (
        <VolumeChart bars={bars} />
      )}
      <Table
        caption="By moderator"
        heads={['Who', 'Decisions', 'Approved', 'Turned away', 'Median wait']}
        rows={moderators.map(({ name, decisions, approved, turnedAway, medianWait: wait }) => [
          <bdi key="name">{name}</bdi>,
          number(decisions),
          number(approved),
          number(turnedAway),
          durationText(wait),
        ])}
        empty="Nobody decided anything in this time."
      />
      <Table
        caption="Why comments were turned away"
        heads={['Reason', 'Decisions']}
        rows={reasons.map(({ reason, decisions }) => [reason ?? 'No reason given', number(decisions)])}
        empty="Nothing was turned away in this time."
      />
      <Table
        caption="What the checks held"
        heads={['Check', 'Decided about', 'Approved all the same']}
        rows={checks.map(({ check, decided: held, falseHolds }) => [
          checkWords(check),
          number(held),
          percent(falseHolds),
        ])}
        empty="The checks held nothing that was decided about in this time."
      />
    </div>
  )
}
