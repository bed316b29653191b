import { OTHER_REASON } from '@/lib/moderation/decision-log'
import type { MonthOfDecisions, RoundedCount } from '@/lib/moderation/transparency'
import { monthName } from './list-title'

const MOVES: Readonly<Record<MonthOfDecisions['moves'][number]['move'], string>> = {
  approve: 'Let stand',
  reject: 'Turned away',
  spam: 'Marked as spam',
  hold: 'Put back to wait',
  keep: 'Kept after reports',
  withdraw: 'Withdrawn',
  erase: 'Erased',
}

const reasonText = (reason: MonthOfDecisions['reasons'][number]['reason']): string => {
  if (reason === null) return 'No reason given'
  return reason === OTHER_REASON ? 'In the moderator’s own words' : reason
}

const countText = (count: RoundedCount): string =>
  count === null ? 'fewer than 10' : `about ${count.toLocaleString('en')}`

function Counts({
  caption,
  rows,
}: {
  caption: string
  rows: readonly { readonly label: string; readonly count: RoundedCount }[]
}) {
  return (
    <table className="counts">
      <caption>{caption}</caption>
      <tbody>
        {rows.map(({ label, count }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{countText(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What moderators decided, month by month: counts, and no person. */
export function Transparency({ months }: { months: readonly MonthOfDecisions[] }) {
  return (
    <>
      <header className="list-head">
        <h1 className="plain-title">Transparency</h1>
        <p className="list-note">
          How often moderators decided about comments, and why, from the log of every decision. Counts are
          rounded, end with yesterday and name nobody. Months with fewer than 20 decisions are left out.
        </p>
      </header>
      {months.length === 0 ? (
        <div className="month-none">
          <p>There is no month with enough decisions yet.</p>
        </div>
      ) : null}
      {months.map(({ year, month, decisions, moves, reasons }) => (
        <section key={`${year}-${month}`} className="year" aria-labelledby={`month-${year}-${month}`}>
          <h2 className="year-title" id={`month-${year}-${month}`}>
            {monthName(month)} {year}
          </h2>
          <div className="counts-of-month">
            <Counts
              caption={`About ${decisions.toLocaleString('en')} decisions`}
              rows={moves.map(({ move, count }) => ({ label: MOVES[move], count }))}
            />
            {reasons.length > 0 ? (
              <Counts
                caption="Reasons for turning comments away"
                rows={reasons.map(({ reason, count }) => ({ label: reasonText(reason), count }))}
              />
            ) : null}
          </div>
        </section>
      ))}
    </>
  )
}
