import type { ReasonView, ReportedView } from '@/lib/moderation/queue-view'

/** Said about every comment in most publications: told only where there is nothing else to say. */
const HOUSE_RULE = 'mode'

/** What the checks objected to. */
export function CardReasons({ reasons }: { reasons: readonly ReasonView[] }) {
  const objections = reasons.filter(({ check }) => check !== HOUSE_RULE)
  const rule = reasons.find(({ check }) => check === HOUSE_RULE)
  if (objections.length === 0) return rule ? <p className="text-caption text-ink-3">{rule.reason}</p> : null
  return (
    <section>
      <h3 className="text-caption font-semibold text-ink-3">What the checks say</h3>
      <ul className="grid gap-1 border-s-2 border-edge ps-3">
        {objections.map(({ check, level, reason }) => (
          <li key={check} className="wrap-anywhere">
            {level === 'spam' ? <strong className="text-red">Spam: </strong> : null}
            {reason}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What readers reported it for, with what they wrote. */
export function CardReports({ reports }: { reports: readonly ReportedView[] }) {
  if (reports.length === 0) return null
  return (
    <section>
      <h3 className="text-caption font-semibold text-ink-3">What readers report</h3>
      <ul className="grid gap-1 border-s-2 border-red ps-3">
        {reports.map(({ reason, count, notes }) => (
          <li key={reason} className="wrap-anywhere">
            {reason} ({count})
            {notes.map((note, index) => (
              <p key={index} dir="auto" className="whitespace-pre-wrap text-ink-2">
                {note}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
