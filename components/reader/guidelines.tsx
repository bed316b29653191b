import type { GuidelinesView } from '@/lib/moderation/read-guidelines'
import { HouseRules } from './house-rules'
import { PlainPage } from './plain-page'

/** What commenters are asked for. The owner's own text comes from our own renderer and its allow-list. */
export function Guidelines({ view }: { view: GuidelinesView }) {
  const { own } = view
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
      <HouseRules view={view} />
    </PlainPage>
  )
}
