import type { GuidelinesView } from '@/lib/moderation/read-guidelines'

/** How comments are handled here, by the settings: said by the house, whoever wrote the guidelines. */
export function HouseRules({
  view: { handling, reasons },
}: {
  view: Pick<GuidelinesView, 'handling' | 'reasons'>
}) {
  return (
    <div className="prose prose-plain">
      <h2>What becomes of a comment</h2>
      <ul>
        {handling.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        <li>You always see your own comments on this device, and what became of them, with the reason.</li>
      </ul>
      <h2>What is turned away</h2>
      <dl>
        {reasons.map(({ name, meaning }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p>
        What people read here is decided by people. How often, and why, is on{' '}
        <a href="/transparency">a page of its own</a>.
      </p>
    </div>
  )
}

/** The same below guidelines that somebody wrote as a page. */
export function HouseRulesBelow({ view }: { view: Pick<GuidelinesView, 'handling' | 'reasons'> }) {
  return (
    <div className="plain-page">
      <div className="plain-text">
        <HouseRules view={view} />
      </div>
    </div>
  )
}
