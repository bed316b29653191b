'use client'

import { type RefObject, memo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { KEY_COMMANDS, type KeyMap, USUAL_KEYS, keyMapOf } from './key-map'
import { QUEUE_WORDS } from './queue-words'
import type { KeySetting } from './use-keys'

const CLASH = 'Two commands cannot share a key, so nothing was changed.'

/** What the keys do, the keys to choose instead, and the switch that turns them off. */
export const KeysHelp = memo(function KeysHelp({
  dialog,
  keys,
}: {
  dialog: RefObject<HTMLDialogElement | null>
  keys: KeySetting
}) {
  const { on, map, turn, choose } = keys
  const [clash, setClash] = useState(false)
  const change = (name: string, key: string): void => {
    if (key === '') return
    const wanted = { ...map, [name]: key } as KeyMap
    const kept = keyMapOf(wanted)
    setClash(kept === USUAL_KEYS)
    if (kept !== USUAL_KEYS) choose(kept)
  }
  return (
    <dialog
      ref={dialog}
      aria-labelledby="keys-title"
      className="m-auto max-h-[90vh] w-96 max-w-[calc(100vw-2rem)] overflow-y-auto border border-ink bg-page p-6 text-ink backdrop:bg-ink/30"
    >
      <h2 id="keys-title" className="mb-3 text-h3 font-bold">
        Keyboard
      </h2>
      <ul className="grid gap-1">
        {KEY_COMMANDS.map(([name, meaning]) => (
          <li key={name}>
            <label className="grid grid-cols-[3rem_1fr] items-center">
              <input
                className="input min-h-7 w-9 px-0 py-0 text-center font-mono"
                maxLength={1}
                autoComplete="off"
                value={map[name]}
                onFocus={(event) => event.target.select()}
                onChange={(event) => change(name, event.target.value)}
              />
              {meaning}
            </label>
          </li>
        ))}
      </ul>
      {clash ? (
        <p role="alert" className="field-error">
          {CLASH}
        </p>
      ) : null}
      <p className="mt-2 text-caption text-ink-3">
        Tabs: {QUEUE_WORDS.map(({ key, label }) => `${map.go} ${key} ${label}`).join(' · ')}
      </p>
      <label className="my-4 flex min-h-6 items-center gap-2">
        <input
          type="checkbox"
          className="size-4"
          checked={on === true}
          onChange={(event) => turn(event.target.checked)}
        />
        Single-key shortcuts on this device
      </label>
      <p className="flex gap-4">
        <Button type="button" onClick={() => dialog.current?.close()}>
          Close
        </Button>
        <Button type="button" kind="quiet" onClick={() => choose(USUAL_KEYS)}>
          The usual keys
        </Button>
      </p>
    </dialog>
  )
})
