import type { ComponentProps } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/pager'
import type { QueueCardView, QueueView } from '@/lib/moderation/queue-view'
import { DeskCard } from './desk-card'
import { emptyWords } from './queue-words'

/** The cards of one page, or the calm of an empty one. It can take the focus when its last card has gone. */
export function Queue({
  view: { tab, counts, next },
  after,
  cards,
  children: propsOf,
}: {
  view: QueueView
  after: string
  cards: readonly QueueCardView[]
  children: (card: QueueCardView) => ComponentProps<typeof DeskCard>
}) {
  const first = `/desk?tab=${tab}`
  return (
    <section id="queue" tabIndex={-1} aria-label="Comments" className="min-h-[40vh] pb-6 outline-none">
      {cards.length === 0 ? (
        <EmptyState title={after === '' ? emptyWords(tab) : 'Nothing more on this page'}>
          {after === '' && counts[tab] === 0 ? (
            tab === 'waiting' ? (
              <p>New comments will wait here. Reload the page to look again.</p>
            ) : null
          ) : (
            <p>
              <a href={first}>Look at the first page again</a>
            </p>
          )}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-rule">
          {cards.map((card) => (
            <li key={card.commentId}>
              <DeskCard {...propsOf(card)} />
            </li>
          ))}
        </ul>
      )}
      <Pager
        label="Pages of the queue"
        back={after === '' ? null : { href: first, label: 'First page' }}
        next={
          next === null ? null : { href: `${first}&after=${encodeURIComponent(next)}`, label: 'Next page' }
        }
      />
    </section>
  )
}
