'use client'

import { useActionState, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Tabs } from '@/components/ui/tabs'
import type { QueueView } from '@/lib/moderation/queue-view'
import { DeskRooms } from '../people/desk-room'
import { cardCommand } from './card-keys'
import type { DeskActions } from './desk-actions'
import { KeysHelp } from './keys-help'
import { LastDecision, type LastDecisionProps } from './last-decision'
import { NewsBar } from './news-bar'
import { Queue } from './queue'
import { QUEUE_WORDS } from './queue-words'
import { Refusal } from './refusal'
import { useDesk } from './use-desk'
import { useKeySetting, useKeys } from './use-keys'

export interface DeskProps {
  readonly view: QueueView
  /** Cursor of this page, '' for the first. */
  readonly after: string
  /** ISO 8601: times are told relative to it. */
  readonly now: string
  /** The decision that led here, after a form without JavaScript. */
  readonly last: LastDecisionProps | null
  readonly actions: DeskActions
}

const IDLE = { kind: 'idle' } as const

/** Where moderators work: one tab of the queue. Plain forms carry every decision; scripts only save the page load. */
export function Desk({ view, after, now, last, actions }: DeskProps) {
  const place = { tab: view.tab, after }
  const [decided, decideForm] = useActionState(actions.decideAndReturn, IDLE)
  const [undone, undoForm] = useActionState(actions.undoAndReturn, IDLE)
  const [picked, pickForm] = useActionState(actions.featureAndReturn, IDLE)
  const desk = useDesk(view, place, actions)
  const help = useRef<HTMLDialogElement>(null)
  const [keysOn, setKeysOn] = useKeySetting()
  const openHelp = (): void => help.current?.showModal()
  const command = (key: string): (() => void) | null => {
    if (key === '?') return openHelp
    return key === 'u' ? desk.undoLast : cardCommand(key)
  }
  useKeys(keysOn === true, command)
  const refused = [decided, undone, picked].find((state) => state.kind === 'refused') ?? null

  return (
    <main id="main" className="mx-auto max-w-sheet px-4 sm:px-6">
      <div className="pt-4">
        <DeskRooms room="queue" />
      </div>
      <div className="flex items-baseline justify-between gap-4 pt-4">
        <h1 className="text-h2 font-bold">Desk</h1>
        {keysOn === null ? null : (
          <Button kind="quiet" type="button" onClick={openHelp}>
            Keyboard
          </Button>
        )}
      </div>
      {refused ? <Refusal error={refused.error} /> : null}
      {last && !refused && !desk.state.news ? (
        <LastDecision {...last} place={place} undoForm={undoForm} />
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
      <Queue view={view} after={after} cards={desk.cards}>
        {(card) => ({
          ...{ card, now, place, decideForm, undoForm, pickForm },
          reasons: view.reasons,
          problem: desk.problemOf(card),
          onDecide: desk.decide,
          onUndo: desk.undo,
          onPick: desk.pick,
        })}
      </Queue>
      <NewsBar
        news={desk.state.news}
        waiting={desk.counts.waiting}
        onUndo={desk.canUndo ? desk.undoLast : null}
      />
      <KeysHelp dialog={help} on={keysOn === true} onSwitch={setKeysOn} />
    </main>
  )
}
