import type { Journal, JournalEntry } from './journal'

interface Deps {
  readonly subject: string
  readonly holder: string
  readonly journal: Journal
  readonly now: () => number
  /** As setTimeout; returns how to call it off. */
  readonly after: (milliseconds: number, work: () => void) => () => void
}

/** From the first key that is not saved: what is typed is on the device at the latest then. */
const KEEP_WITHIN = 400

/** What the device keeps of a text until the server has it. A device that keeps nothing is no reason to stop. */
export interface DeviceCopy {
  /** Something was typed. */
  soon(): void
  /** The server has it. */
  forget(): void
  stop(): void
}

/** `read` says what is to be kept, when the moment has come; null: nothing. */
export const makeDeviceCopy = (
  { subject, holder, journal, now, after }: Deps,
  read: () => Pick<JournalEntry, 'version' | 'values' | 'sent'> | null,
): DeviceCopy => {
  let callOff: (() => void) | null = null
  /** Something may be there: from before as well. */
  let isKept = true

  const keep = (): void => {
    callOff = null
    const typed = read()
    if (!typed) return
    isKept = true
    journal.put({ subject, holder, ...typed, at: now() }).catch(() => {})
  }

  return {
    soon: () => {
      callOff ??= after(KEEP_WITHIN, keep)
    },
    forget: () => {
      callOff?.()
      callOff = null
      if (isKept) journal.forget(subject, holder).catch(() => {})
      isKept = false
    },
    stop: () => callOff?.(),
  }
}
