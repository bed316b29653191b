'use client'

import { Button } from '@/components/ui/button'
import { Tabs } from '@/components/ui/tabs'
import type { DayNumbers } from '@/lib/moderation/day-numbers'
import type { DeskChoices } from '@/lib/moderation/desk-choices'
import type { QueueView } from '@/lib/moderation/queue-view'
import { DeskRooms } from '../people/desk-room'
import { BulkBar, BulkResult } from './bulk-bar'
import type { DeskActions } from './desk-actions'
import { DeskKeys } from './desk-keys'
import { FilterBar } from './filter-bar'
import { FloodResult } from './flood-result'
import { KeysHelp } from './keys-help'
import { LastDecision, type LastDone } from './last-decision'
import { NewsBar } from './news-bar'
import { Queue } from './queue'
import { QUEUE_WORDS } from './queue-words'
import { Refusal } from './refusal'
import { SessionTimer } from './session-timer'
import { keptWhereSame, steadyMoment, steadyView } from './steady-view'
import { useColleagues } from './use-colleagues'
import { useDesk } from './use-desk'
import { useDeskCommands } from './use-desk-commands'
import { useDeskForms } from './use-desk-forms'
import { useSelected } from './use-selected'
import { useCardActs, useSteady } from './use-steady'

export interface DeskProps {
  readonly view: QueueView
  /** Of this page. */
  readonly address: string
  readonly choices: DeskChoices
  /** Where nothing waits: what was done today. */
  readonly today: DayNumbers | null
  /** ISO 8601: times are told relative to it. */
  readonly now: string
  /** The same in milliseconds. */
  readonly seenAt: number
  /** What led here, after a form without JavaScript. */
  readonly last: LastDone | null
  readonly actions: DeskActions
}

/** Where moderators work: one tab of the queue. Plain forms carry every decision; scripts only save the page load. */
export function Desk({ address: place, today, seenAt, last, actions, ...given }: DeskProps) {
  const view = useSteady(given.view, steadyView)
  const choices = useSteady(given.choices, keptWhereSame)
  const now = useSteady(given.now, steadyMoment)
  const forms = useDeskForms(actions)
  const { decided, many, refused } = forms
  const desk = useDesk(view, place, seenAt, actions)
  const hands = useColleagues(desk.cards, desk.state.untold, seenAt, (me) => ({
    onChanged: (comments, counts) => desk.changed(comments, counts, me),
    onReset: desk.reload,
  }))
  const acts = useCardActs({
    onDecide: (one, move, how) => desk.decide(one, move, how, hands.isFree),
    onUndo: desk.undo,
    onPick: desk.pick,
  })
  const selected = useSelected(view)
  const { keys, help, openHelp } = useDeskCommands(desk.undoLast)

  return (
    <DeskKeys value={keys.on === true ? keys.map : null}>
      <main id="main" className="mx-auto max-w-sheet px-4 sm:px-6">
        <div className="pt-4">
          <DeskRooms room="queue" />
        </div>
        <div className="flex items-baseline justify-between gap-4 pt-4">
          <h1 className="text-h2 font-bold">Desk</h1>
          <p className="me-auto text-caption text-ink-2" data-colleagues>
            {hands.others.length === 0 ? '' : `With you: ${hands.others.join(', ')}`}
          </p>
          <SessionTimer />
          {keys.on === null ? null : (
            <Button kind="quiet" type="button" onClick={openHelp}>
              Keyboard
            </Button>
          )}
        </div>
        {refused ? <Refusal error={refused.error} /> : null}
        <BulkResult state={many} place={place} undoForm={forms.undo} />
        <FloodResult state={decided} place={place} undoForm={forms.undo} />
        {last && !refused && many.kind !== 'done' && decided.kind !== 'done' && !desk.state.news ? (
          <LastDecision last={last} place={place} undoForm={forms.undo} />
        ) : null}
        <div className="mt-3 max-sm:[&_.tabs]:flex-wrap max-sm:[&_.tabs]:gap-x-4">
          <Tabs
            label="Queue"
            items={QUEUE_WORDS.map(({ tab, label }) => ({
              href: `/desk?tab=${tab}`,
              label,
              count: desk.counts[tab],
              current: tab === view.tab,
            }))}
          />
        </div>
        <FilterBar key={place} view={view} choices={choices} />
        {view.cards.length === 0 ? null : (
          <BulkBar view={view} place={place} seenAt={seenAt} action={forms.decideMany} selected={selected} />
        )}
        <Queue view={view} today={today} left={desk.counts[view.tab]} cards={desk.shown}>
          {(card) => ({
            ...{ card, now, place, reasons: view.reasons, choices, more: forms.more },
            ...{ decideForm: forms.decide, undoForm: forms.undo, pickForm: forms.pick },
            seenAt: card.flood === null ? null : seenAt,
            reasonRequired: choices.reasonRequired,
            problem: desk.problemOf(card),
            heldBy: hands.heldBy(card.commentId),
            isMine: hands.isMine(card.commentId),
            ...acts,
          })}
        </Queue>
        <NewsBar
          news={desk.state.news}
          waiting={desk.counts.waiting}
          fresh={view.tab === 'waiting' ? desk.fresh : 0}
          onShow={desk.reload}
          onUndo={desk.canUndo ? desk.undoLast : null}
        />
        <KeysHelp dialog={help} keys={keys} />
      </main>
    </DeskKeys>
  )
}
