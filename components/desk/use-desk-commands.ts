'use client'

import { useRef } from 'react'
import { CARD_COMMANDS, goToTab } from './card-keys'
import { commandOf } from './key-map'
import { useKeySetting, useKeys } from './use-keys'

/** What the keys do here; `help` is the dialog that lists them. */
export const useDeskCommands = (undoLast: () => void) => {
  const help = useRef<HTMLDialogElement>(null)
  const going = useRef(false)
  const keys = useKeySetting()
  const openHelp = (): void => help.current?.showModal()
  const command = (key: string): (() => void) | null => {
    const isTab = going.current
    going.current = false
    if (isTab) return () => goToTab(key)
    const name = commandOf(keys.map, key)
    if (name === 'go') return () => void (going.current = true)
    if (name === 'help') return openHelp
    if (name === 'undo') return undoLast
    return name === null ? null : (CARD_COMMANDS[name] ?? null)
  }
  useKeys(keys.on === true, command)
  return { keys, help, openHelp }
}
