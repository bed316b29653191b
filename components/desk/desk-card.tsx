import { memo } from 'react'
import type { DeskChoices } from '@/lib/moderation/desk-choices'
import type { QueueCardView } from '@/lib/moderation/queue-view'
import { boxName } from '@/lib/moderation/box-name'
import { BULK_FORM } from './bulk-bar'
import { CardButtons, type CardButtonsProps } from './card-buttons'
import { CardHead } from './card-head'
import { CardHistory, CardNotes } from './card-history'
import { CardMore, type MoreForms } from './card-more'
import { CardReasons, CardReports } from './card-reasons'
import { CardText, ChangedText } from './card-text'
import { cardId } from './desk-actions'
import { DetailsToggle } from './details-toggle'

/** State by the form of the rule, and in words in the head: waiting is dashed blue, approved green, turned away red. */
const ruleOf = ({ status, shownBody }: QueueCardView): string => {
  if (shownBody !== null || status === 'pending') return 'border-dashed border-blue'
  return status === 'approved' ? 'border-green' : 'border-red'
}

const PARTY = {
  author: 'You wrote this yourself: let somebody else decide, if you can.',
  answered: 'This answers you: you are a party to it. Let somebody else decide, if you can.',
} as const

const networks = (n: number): string => `${n} ${n === 1 ? 'network' : 'networks'}`

/** What has to be known before anything else. */
function CardNotices({ card: { party, flood, place, replies } }: { card: QueueCardView }) {
  return (
    <>
      {flood === null ? null : (
        <p className="font-semibold">
          {flood.waiting.toLocaleString('en')} near-identical from {networks(flood.networks)}
        </p>
      )}
      {party === null ? null : <p className="text-amber">{PARTY[party]}</p>}
      {replies === 'open' ? <p className="text-ink-2">It takes no more answers.</p> : null}
      {place === null ? null : <p className="text-caption text-ink-3">{place}</p>}
    </>
  )
}

/**
 * One comment on the desk: what was written at the left, what to do and what is known about it at the right. Drawn again
 * only when something of its own changes: with every key the desk is, and twenty cards would make the next key wait.
 */
export const DeskCard = memo(function DeskCard({
  now,
  problem,
  more,
  choices,
  heldBy,
  isMine,
  ...buttons
}: CardButtonsProps & {
  now: string
  /** Name of the colleague who has it in hand; null for nobody else. */
  heldBy: string | null
  isMine: boolean
  problem: string | undefined
  more: MoreForms
  choices: DeskChoices
}) {
  const { card, place } = buttons
  const id = cardId(card.commentId)
  return (
    <article
      id={id}
      tabIndex={-1}
      data-card={card.commentId}
      data-held={heldBy === null ? undefined : ''}
      data-mine={isMine ? '' : undefined}
      aria-labelledby={`${id}-head`}
      className={`my-6 grid scroll-mt-4 gap-x-10 gap-y-4 border-s-3 ps-4 outline-offset-8 rail:grid-cols-[minmax(0,1fr)_20rem] ${ruleOf(card)}`}
    >
      <div className="grid min-w-0 content-start gap-3">
        <div className="flex items-start gap-3">
          <label className="flex size-6 shrink-0 items-center justify-center">
            <span className="visually-hidden">Select the comment by {card.name || 'No Name Set'}</span>
            <input
              type="checkbox"
              form={BULK_FORM}
              name={boxName(card)}
              value="on"
              data-box
              className="size-4"
            />
          </label>
          <CardHead card={card} now={now} id={`${id}-head`} />
        </div>
        {heldBy === null ? null : (
          <p className="text-blue">
            <bdi className="font-semibold">{heldBy}</bdi> has this in hand.
          </p>
        )}
        <CardNotices card={card} />
        {card.parent ? (
          <blockquote className="border-s border-rule ps-3 text-ink-2">
            <p className="text-caption text-ink-3">
              In reply to <bdi className="font-semibold">{card.parent.name || 'No Name Set'}</bdi>
            </p>
            <p dir="auto" className="line-clamp-3 max-w-[72ch] whitespace-pre-wrap wrap-anywhere">
              {card.parent.body}
            </p>
          </blockquote>
        ) : null}
        <CardText runs={card.body} />
        {card.diff === null ? null : (
          <section className="grid gap-1">
            <h3 className="text-caption font-semibold text-ink-3">What the edit changes</h3>
            <ChangedText runs={card.diff} />
          </section>
        )}
        <DetailsToggle commentId={card.commentId} now={now} />
      </div>
      <div className="grid min-w-0 content-start gap-4">
        <CardButtons {...buttons} />
        {problem === undefined ? null : (
          <p role="alert" className="field-error">
            {problem}
          </p>
        )}
        <CardReports reports={card.reports} />
        <CardReasons reasons={card.reasons} />
        <CardNotes notes={card.notes} now={now} />
        <CardHistory history={card.history} now={now} />
        <CardMore card={card} place={place} forms={more} choices={choices} />
      </div>
    </article>
  )
})
