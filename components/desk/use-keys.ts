'use client'

import { useEffect, useSyncExternalStore } from 'react'

const SETTING = 'stet.desk.keys'
const CHANGED = 'stet:desk-keys'

const read = (): boolean => {
  try {
    return localStorage.getItem(SETTING) !== 'off'
  } catch {
    // Storage can be forbidden; the keys then work for this page.
    return true
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

/** Whether single-key shortcuts are on (WCAG 2.1.4): remembered on this device. Null before the script has taken over. */
export const useKeySetting = (): readonly [boolean | null, (on: boolean) => void] => {
  const on = useSyncExternalStore<boolean | null>(subscribe, read, () => null)
  const set = (next: boolean): void => {
    try {
      localStorage.setItem(SETTING, next ? 'on' : 'off')
    } catch {
      return
    }
    window.dispatchEvent(new Event(CHANGED))
  }
  return [on, set]
}

const TYPING = 'input, textarea, select, [contenteditable=""], [contenteditable="true"], dialog'

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
