'use client'

import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { type KeyMap, USUAL_KEYS, keyMapOf } from './key-map'

const SETTING = 'stet.desk.keys'
const CHANGED = 'stet:desk-keys'

/** In front of the chosen keys while they are switched off: they are there again when they are switched on. */
const OFF = 'off'
const chosenPart = (setting: string | null): string => (setting ?? '').replace(/^off/, '')

/** The chosen keys as JSON, behind `off` while none works; anything else is the usual ones. */
const read = (): string => {
  try {
    return localStorage.getItem(SETTING) ?? ''
  } catch {
    // Storage can be forbidden; the keys then work as usual.
    return ''
  }
}

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener(CHANGED, listener)
  window.addEventListener('storage', listener)
  return () => {
    window.removeEventListener(CHANGED, listener)
    window.removeEventListener('storage', listener)
  }
}

const write = (setting: string): void => {
  try {
    localStorage.setItem(SETTING, setting)
  } catch {
    return
  }
  window.dispatchEvent(new Event(CHANGED))
}

const chosenIn = (setting: string): KeyMap => {
  try {
    const chosen: unknown = JSON.parse(setting)
    return typeof chosen === 'object' && chosen !== null ? keyMapOf({ ...chosen }) : USUAL_KEYS
  } catch {
    return USUAL_KEYS
  }
}

export interface KeySetting {
  /** Null before the script has taken over. */
  readonly on: boolean | null
  readonly map: KeyMap
  turn(on: boolean): void
  choose(map: KeyMap): void
}

/** Whether single-key shortcuts are on, and which they are (WCAG 2.1.4): remembered on this device. */
export const useKeySetting = (): KeySetting => {
  const setting = useSyncExternalStore<string | null>(subscribe, read, () => null)
  return useMemo(
    () => ({
      on: setting === null ? null : !setting.startsWith(OFF),
      map: chosenIn(chosenPart(setting)),
      turn: (on) => write((on ? '' : OFF) + chosenPart(setting)),
      choose: (chosen) => write((setting?.startsWith(OFF) ? OFF : '') + JSON.stringify(chosen)),
    }),
    [setting],
  )
}

const TYPING =
  'input:not([type="checkbox"]), textarea, select, [contenteditable=""], [contenteditable="true"], dialog'

/** Is this key press a command, and not somebody typing or using the browser? */
const isCommand = (event: KeyboardEvent): boolean =>
  !event.defaultPrevented &&
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  !event.isComposing &&
  !(event.target instanceof Element && event.target.closest(TYPING))

/** Calls the command of a pressed key; `commands` answers null for keys it does not know. */
export const useKeys = (on: boolean, command: (key: string) => (() => void) | null): void => {
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent): void => {
      const run = isCommand(event) ? command(event.key) : null
      if (!run || event.repeat) return
      event.preventDefault()
      run()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on, command])
}
