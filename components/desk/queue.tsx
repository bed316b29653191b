import type { ComponentProps } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/pager'
import type { DayNumbers } from '@/lib/moderation/day-numbers'
import { deskAddress } from '@/lib/moderation/desk-address'
import type { QueueCardView, QueueView } from '@/lib/moderation/queue-view'
import { DeskCard } from './desk-card'
import { emptyWords } from './queue-words'

/** What an empty page says: calm where nothing is, the way on where something may be. */
const times = (n: number): string => n.toLocaleString('en')

/** "Today: 41 decided, 30 of them by you; 35 approved, 6 turned away." */
function Today({ today: { decided, approved, turnedAway, yours } }: { today: DayNumbers }) {
  return (
    <p>
      {decided === 0
        ? 'Nothing was decided today.'
        : `Today: ${times(decided)} decided, ${times(yours)} of them by you; ${times(approved)} approved, ${times(turnedAway)} turned away.`}
    </p>
  )
}

function Empty({
  view: { tab, next, fields, filtered },
  today,
  left,
}: {
  view: QueueView
  today: DayNumbers | null
  left: number
}) {
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
    <EmptyState title={left === 0 ? emptyWords(tab) : 'This page is done'}>
      {isFirst && left === 0 ? (
        tab === 'waiting' ? (
          <>
            {today === null ? null : <Today today={today} />}
            <p>New comments will wait here.</p>
          </>
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
  today,
  left,
  cards,
  children: propsOf,
}: {
  view: QueueView
  /** What was done today; null where something waits. */
  today: DayNumbers | null
  /** How many the tab holds, as far as is known by now. */
  left: number
  cards: readonly QueueCardView[]
  children: (card: QueueCardView) => ComponentProps<typeof DeskCard>
}) {
  const { fields, next } = view
  return (
    <section id="queue" tabIndex={-1} aria-label="Comments" className="min-h-[40vh] pb-6 outline-none">
      {cards.length === 0 ? (
        <Empty view={view} today={today} left={left} />
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
