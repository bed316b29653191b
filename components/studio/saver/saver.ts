import { makeDeviceCopy } from './device-copy'
import type { Journal } from './journal'

type Values = Readonly<Record<string, string>>

/** What became of a save. */
export type SaveOutcome =
  /** It is stored. `version` is what the next save is typed over. */
  | { readonly kind: 'saved'; readonly version: number }
  /** Nobody answered, or the server could not: the same is tried again. */
  | { readonly kind: 'unreachable' }
  /** It will not be stored as it is: a conflict, a field that is wrong, nobody signed in. Somebody must look. */
  | {
      readonly kind: 'refused'
      /** The next change may be the cure (a title that was too long): it is tried again. */
      readonly again: boolean
    }

export type SaverState = 'saved' | 'waiting' | 'saving' | 'unreachable' | 'refused'

interface Deps {
  readonly subject: string
  readonly holder: string
  readonly journal: Journal
  readonly send: (values: Values, version: number) => Promise<SaveOutcome>
  readonly onState: (state: SaverState) => void
  readonly now: () => number
  /** As setTimeout; returns how to call it off. */
  readonly after: (milliseconds: number, work: () => void) => () => void
}

/** From the first key that is not saved: a save begins at the latest then, however fast somebody types. */
const SAVE_WITHIN = 1_500
const [RETRY_FIRST, RETRY_LAST] = [2_000, 30_000]

export interface Saver {
  /** What the fields hold now. */
  changed(values: Values): void
  /** Saves what is not saved at once; what is under way is waited for. */
  flush(): Promise<void>
  /** Waits for the save that is under way and begins no other by itself; the version that the next one goes over. */
  quiet(): Promise<number>
  /** Somebody saved by another way, over this version: what the fields held then is stored. */
  confirmed(values: Values, version: number): void
  /** Somebody must look before anything is saved again. */
  halt(): void
  /** A refusal was looked at: goes on, over this version. */
  resume(version: number): void
  /** The network is back, perhaps. */
  retry(): void
  stop(): void
}

const isSame = (one: Values, other: Values | null): boolean =>
  other !== null && Object.keys(one).every((field) => one[field] === other[field])

/**
 * Keeps what is typed safe without being asked: on the device within half a second, on the server within two. One save
 * at a time; the device forgets a text when the server has confirmed that very text. A save that nobody answered is sent
 * again as it was before anything newer: what is stored already is confirmed, and never meets itself as a conflict.
 * Knows neither pages nor editors.
 */
export const makeSaver = (
  { send, onState, after, ...device }: Deps,
  start: { readonly values: Values; readonly version: number },
): Saver => {
  let { version } = start
  let stored: Values | null = start.values
  let newest: Values = start.values
  let state: SaverState = 'saved'
  let wait = RETRY_FIRST
  let saveTimer: (() => void) | null = null
  let running: Promise<void> | null = null
  /** Sent, and nobody has said what became of it. */
  let unsure: Values | null = null
  let stopped = false
  let mayCure = false
  const copy = makeDeviceCopy({ ...device, after }, () =>
    stopped || isSame(newest, stored) ? null : { version, values: newest, sent: unsure },
  )

  const say = (next: SaverState): void => {
    if (next === state) return
    state = next
    onState(next)
  }

  const plan = (milliseconds: number): void => {
    if (stopped || saveTimer || state === 'refused') return
    saveTimer = after(milliseconds, () => {
      saveTimer = null
      void save()
    })
  }

  const settle = (sent: Values, outcome: SaveOutcome, isAgain: boolean): void => {
    if (outcome.kind !== 'unreachable') unsure = null
    if (outcome.kind === 'refused') {
      mayCure = outcome.again
      return say('refused')
    }
    if (outcome.kind === 'unreachable') {
      say('unreachable')
      plan(wait)
      wait = Math.min(wait * 2, RETRY_LAST)
      return
    }
    ;[version, stored, wait] = [outcome.version, sent, RETRY_FIRST]
    if (isSame(newest, stored)) {
      copy.forget()
      return say('saved')
    }
    say('waiting')
    // After an answer that was lost, what was typed since has waited long enough.
    plan(isAgain ? 0 : SAVE_WITHIN)
  }

  const save = async (): Promise<void> => {
    if (running) return running
    if (stopped || state === 'refused' || (unsure === null && isSame(newest, stored))) return
    const [sent, isAgain] = [unsure ?? newest, unsure !== null]
    unsure = sent
    say('saving')
    running = send(sent, version)
      .catch((): SaveOutcome => ({ kind: 'unreachable' }))
      .then((outcome) => {
        running = null
        if (!stopped) settle(sent, outcome, isAgain)
      })
    await running
  }

  const callOff = (): void => {
    saveTimer?.()
    saveTimer = null
  }

  return {
    changed: (values) => {
      newest = values
      if (stopped) return
      // Typed and taken back: what is stored is what is meant.
      if (isSame(newest, stored)) {
        if (state === 'refused' && mayCure) say('saved')
        return copy.forget()
      }
      copy.soon()
      if (state === 'saved' || (state === 'refused' && mayCure)) say('waiting')
      plan(SAVE_WITHIN)
    },
    flush: async () => {
      callOff()
      await save()
      if (!isSame(newest, stored) && state === 'waiting') {
        callOff()
        await save()
      }
    },
    quiet: async () => {
      callOff()
      await running
      if (unsure !== null) await save()
      callOff()
      return version
    },
    confirmed: (values, over) => {
      ;[version, stored, unsure] = [over, values, null]
      if (!isSame(newest, stored)) {
        say('waiting')
        return plan(SAVE_WITHIN)
      }
      callOff()
      copy.forget()
      say('saved')
    },
    halt: () => {
      callOff()
      mayCure = false
      say('refused')
    },
    resume: (over) => {
      version = over
      unsure = null
      // A save planned for nothing would go off at the first key that follows.
      if (isSame(newest, stored)) {
        callOff()
        return say('saved')
      }
      if (state === 'refused') say('waiting')
      plan(SAVE_WITHIN)
    },
    retry: () => {
      if (state !== 'unreachable') return
      callOff()
      wait = RETRY_FIRST
      plan(0)
    },
    stop: () => {
      stopped = true
      callOff()
      copy.stop()
    },
  }
}
