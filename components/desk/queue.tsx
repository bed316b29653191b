import type { ComponentProps } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/pager'
import { deskAddress } from '@/lib/moderation/desk-address'
import type { QueueCardView, QueueView } from '@/lib/moderation/queue-view'
import { DeskCard } from './desk-card'
import { emptyWords } from './queue-words'

/** What an empty page says: calm where nothing is, the way on where something may be. */
function Empty({ view: { tab, counts, next, fields, filtered } }: { view: QueueView }) {
  const isFirst = !fields.after
  if (filtered) {
    return (
      <EmptyState title={next === null ? 'Nothing fits this filter' : 'Nothing fits so far'}>
        {next === null ? (
          <p>
            <a href={deskAddress({ tab })}>Show everything</a>
          </p>
        ) : (
          <p>The next page looks further.</p>
        )}
      </EmptyState>
    )
  }
  return (
    <EmptyState title={isFirst ? emptyWords(tab) : 'Nothing more on this page'}>
      {isFirst && counts[tab] === 0 ? (
        tab === 'waiting' ? (
          <p>New comments will wait here.</p>
        ) : null
      ) : (
        <p>
          <a href={deskAddress({ ...fields, after: '' })}>Look at the first page again</a>
        </p>
      )}
    </EmptyState>
  )
}

/** The cards of one page, or the calm of an empty one. It can take the focus when its last card has gone. */
export function Queue({
  view,
  cards,
  children: propsOf,
}: {
  view: QueueView
  cards: readonly QueueCardView[]
  children: (card: QueueCardView) => ComponentProps<typeof DeskCard>
}) {
  const { fields, next } = view
  return (
    <section id="queue" tabIndex={-1} aria-label="Comments" className="min-h-[40vh] pb-6 outline-none">
      {cards.length === 0 ? (
        <Empty view={view} />
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
        back={fields.after ? { href: deskAddress({ ...fields, after: '' }), label: 'First page' } : null}
        next={next === null ? null : { href: deskAddress({ ...fields, after: next }), label: 'Next page' }}
      />
    </section>
  )
}
