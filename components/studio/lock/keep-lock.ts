import type { LockView } from '@/lib/articles/hold-article'
import type { LockWish } from './ask-lock'

/** How a page stands towards the others that have the piece open. */
export type LockState =
  /** It writes; also where nobody answers: saves go by versions. */
  | { readonly kind: 'mine' }
  /** Somebody else writes. */
  | { readonly kind: 'theirs'; readonly name: string; readonly isYou: boolean; readonly since: string | null }
  /** Whoever wrote has left. */
  | { readonly kind: 'free' }
  /** It has asked to go on instead, and waits for the others to save. */
  | { readonly kind: 'asking'; readonly name: string }
  /** It wrote, and has made room. */
  | { readonly kind: 'given'; readonly name: string }

interface Deps {
  readonly ask: (wish: LockWish) => Promise<LockView | null>
  /** Saves what is typed here and not saved; resolves when that is settled, one way or the other. */
  readonly save: () => Promise<void>
  readonly onState: (state: LockState) => void
  /** The piece is this page's now, and somebody else's text may stand in it: it begins anew. */
  readonly begin: () => void
  /** As setTimeout; returns how to call it off. */
  readonly after: (milliseconds: number, work: () => void) => () => void
}

const [BEAT, ASKING] = [5_000, 1_500]

export interface LockKeeper {
  /** Asks to go on instead of whoever writes. */
  take(): void
  /** Looks at once: the page has come back to the front. */
  wake(): void
  /** The page is being left. */
  leave(): void
}

/** Says every few seconds that somebody writes here, and makes room when a colleague asks. Knows no page. */
export const keepLock = ({ ask, save, onState, begin, after }: Deps): LockKeeper => {
  let state: LockState = { kind: 'mine' }
  let callOff = (): void => {}
  let isOver = false

  const say = (next: LockState): void => {
    if (JSON.stringify(next) === JSON.stringify(state)) return
    state = next
    onState(next)
  }

  const makeRoom = async (name: string): Promise<void> => {
    await save()
    await ask('leave')
    say({ kind: 'given', name })
  }

  const heard = async (lock: LockView): Promise<void> => {
    const asked = state.kind === 'asking'
    if (lock.state === 'mine' && state.kind !== 'mine') return void (isOver || begin())
    if (lock.state === 'mine') return lock.wantedBy === null ? undefined : makeRoom(lock.wantedBy)
    // After having made room it is no surprise that nobody has come yet.
    if (lock.state === 'free') return state.kind === 'given' || asked ? undefined : say({ kind: 'free' })
    const [name, isYou] = [lock.by?.name ?? '', lock.by?.isYou ?? false]
    if (asked) return
    // Passed over while it slept or was away: what it holds is saved all the same, merged with what they wrote.
    if (state.kind === 'mine') await save()
    if (state.kind !== 'given') say({ kind: 'theirs', name, isYou, since: lock.since })
  }

  const wishes = { mine: 'hold', asking: 'take', theirs: 'look', free: 'look', given: 'look' } as const

  const beat = async (): Promise<void> => {
    callOff()
    const lock = await ask(wishes[state.kind])
    if (isOver) return
    if (lock) await heard(lock)
    if (!isOver) callOff = after(state.kind === 'asking' ? ASKING : BEAT, () => void beat())
  }
  void beat()

  return {
    take: () => {
      say({ kind: 'asking', name: state.kind === 'theirs' || state.kind === 'given' ? state.name : '' })
      void beat()
    },
    wake: () => void beat(),
    leave: () => {
      isOver = true
      callOff()
      if (state.kind === 'mine') void ask('leave')
    },
  }
}
