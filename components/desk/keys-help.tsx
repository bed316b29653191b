'use client'

import type { RefObject } from 'react'
import { Button } from '@/components/ui/button'

const KEYS = [
  ['j', 'Next comment'],
  ['k', 'Previous comment'],
  ['a', 'Approve'],
  ['r', 'Reject'],
  ['s', 'Spam'],
  ['h', 'Hold'],
  ['u', 'Undo the last decision'],
  ['?', 'This list'],
] as const

/** What the keys do, and the switch that turns them off. */
export function KeysHelp({
  dialog,
  on,
  onSwitch,
}: {
  dialog: RefObject<HTMLDialogElement | null>
  on: boolean
  onSwitch: (on: boolean) => void
}) {
  return (
    <dialog
      ref={dialog}
      aria-labelledby="keys-title"
      className="m-auto w-80 max-w-[calc(100vw-2rem)] border border-ink bg-page p-6 text-ink backdrop:bg-ink/30"
    >
      <h2 id="keys-title" className="mb-3 text-h3 font-bold">
        Keyboard
      </h2>
      <dl className="grid grid-cols-[3rem_1fr] gap-y-1">
        {KEYS.map(([key, meaning]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="border border-edge px-1.5">{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <label className="my-4 flex min-h-6 items-center gap-2">
        <input
          type="checkbox"
          className="size-4"
          checked={on}
          onChange={(event) => onSwitch(event.target.checked)}
        />
        Single-key shortcuts on this device
      </label>
      <Button type="button" onClick={() => dialog.current?.close()}>
        Close
      </Button>
    </dialog>
  )
}
