import type { GuidelinesView } from '@/lib/moderation/read-guidelines'
import { PlainPage } from './plain-page'

/** What commenters are asked for. The owner's own text comes from our own renderer and its allow-list. */
export function Guidelines({ view: { own, handling, reasons } }: { view: GuidelinesView }) {
  return (
    <PlainPage title="Guidelines">
      {own ? (
        <div
          className="prose prose-plain"
          dir={own.direction}
          dangerouslySetInnerHTML={{ __html: own.html }}
        />
      ) : (
        <div className="prose prose-plain">
          <p>
            Say what you think, and say it as you would to somebody across a table. Add what others may not
            know; disagree with what was said, not with who said it; stay with the piece. You need no account,
            and you may keep your name to yourself.
          </p>
        </div>
      )}
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
    </PlainPage>
  )
}
