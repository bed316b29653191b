import type { LearnerReport as Report } from '@/lib/moderation/learner/learner-report'

const percent = (share: number | null): string => (share === null ? '–' : `${(share * 100).toFixed(1)} %`)
const count = (value: number): string => value.toLocaleString('en')

const CALLED: Readonly<Record<number, string>> = {
  500: 'Rather spam',
  800: 'Likely spam',
  950: 'Surely spam',
}

/** What the learner knows, and how right it was. */
export function LearnerReport({ report }: { report: Report }) {
  const { lessons, days, judged, lines, probes } = report
  const isReady = lessons.spam >= lessons.needed && lessons.good >= lessons.needed
  return (
    <div className="grid gap-6">
      <p>
        The learner has seen {count(lessons.good)} approved comments and {count(lessons.spam)} that were
        called spam.{' '}
        {isReady
          ? 'It scores every new comment. Scores order and group the queue; nothing is published or deleted by them.'
          : `It begins to score when it has seen ${lessons.needed} of each.`}{' '}
        It learns from decisions alone, on this machine; a decision that is undone is forgotten.
      </p>
      <section className="grid gap-3" aria-labelledby="how-right">
        <h2 id="how-right" className="text-h3 font-bold">
          How right it was
        </h2>
        {judged === 0 ? (
          <p className="text-ink-2">
            No comment with a score has been decided about in the last {days} days.
          </p>
        ) : (
          <>
            <p className="text-ink-2">
              {count(judged)} decisions of the last {days} days, each beside the score that the comment was
              given when it came in.
            </p>
            <table className="w-full text-start">
              <thead className="border-b border-edge text-caption text-ink-3">
                <tr>
                  <th className="py-1 pe-4 text-start font-medium">It said</th>
                  <th className="py-1 pe-4 text-end font-medium">How often</th>
                  <th className="py-1 pe-4 text-end font-medium">Was right (precision)</th>
                  <th className="py-1 text-end font-medium">Of all spam (recall)</th>
                </tr>
              </thead>
              <tbody>
                {lines.map(({ from, called, precision, recall }) => (
                  <tr key={from} className="border-b border-rule align-baseline tabular-nums">
                    <th scope="row" className="py-2 pe-4 text-start font-semibold">
                      {CALLED[from]}
                    </th>
                    <td className="py-2 pe-4 text-end">{count(called)}</td>
                    <td className="py-2 pe-4 text-end">{percent(precision)}</td>
                    <td className="py-2 text-end">{percent(recall)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
        <p className="text-ink-2">
          Two in a hundred that are surely spam are shown among the others, unmarked.{' '}
          {probes.decided === 0
            ? 'None of them was decided about yet.'
            : `Of ${count(probes.decided)} of these, people called ${count(probes.spam)} spam.`}
        </p>
      </section>
    </div>
  )
}
