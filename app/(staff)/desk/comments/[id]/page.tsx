import type { Metadata } from 'next'
import { CardDetails } from '@/components/desk/card-details'
import { CardHead } from '@/components/desk/card-head'
import { CardText } from '@/components/desk/card-text'
import { DeskRoom } from '@/components/people/desk-room'
import { statusOf } from '@/lib/http/error-table'
import { openPage } from '@/lib/http/open-page'
import { setStatus } from '@/lib/http/set-status'

export const metadata: Metadata = { title: 'A comment' }

export default openPage('open.desk', async ({ stet, actor, param }) => {
  const commentId = param('id').slice(0, 100)
  const [card, details] = await Promise.all([
    stet.moderation.card(actor, { commentId }),
    stet.moderation.details(actor, { commentId }),
  ])
  if (!details.ok) setStatus(statusOf(details.error.code))
  const now = new Date(stet.ports.clock.now()).toISOString()
  return (
    <DeskRoom room="queue" refused={details.ok ? null : details.error}>
      {card.ok && details.ok ? (
        <article className="grid gap-4 pt-4" aria-labelledby="head">
          <CardHead card={card.value} now={now} id="head" />
          <CardText runs={card.value.body} />
          <CardDetails details={details.value} now={now} />
          {card.value.author === null ? null : (
            <p>
              <a href={`/desk?tab=all&author=${card.value.author}`}>Everything by this author</a>
            </p>
          )}
        </article>
      ) : null}
    </DeskRoom>
  )
})
