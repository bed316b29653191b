import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { LockState } from './keep-lock'

const clock = (since: string | null): string =>
  since === null
    ? ''
    : ` since ${new Date(since).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`

const words = (
  lock: Exclude<LockState, { kind: 'mine' }>,
): { title: string; text: string; act: string | null } => {
  switch (lock.kind) {
    case 'theirs':
      return {
        title: lock.isYou
          ? 'You are writing in another window'
          : `${lock.name} is writing here${clock(lock.since)}`,
        text: 'This page shows the piece as it was when you opened it. You can read it, or take over: what is typed there is saved first.',
        act: lock.isYou ? 'Write here instead' : 'Take over',
      }
    case 'free':
      return {
        title: 'Nobody else is writing here now',
        text: 'This page may be older than what they left.',
        act: 'Write here',
      }
    case 'asking':
      return {
        title: lock.name === '' ? 'One moment' : `Waiting for what ${lock.name} typed to be saved`,
        text: 'It takes a few seconds. Then this page opens with it.',
        act: null,
      }
    case 'given':
      return {
        title: `${lock.name} has taken over`,
        text: 'What you typed was saved first. You can go on reading here.',
        act: 'Take back',
      }
  }
}

/** Told while somebody else writes: who, and how to go on here. */
export function LockStrip({ lock, onTake }: { lock: LockState; onTake: () => void }) {
  if (lock.kind === 'mine') return null
  const { title, text, act } = words(lock)
  return (
    <div className="pt-4">
      <Notice kind="waiting" title={title}>
        <p>{text}</p>
        {act === null ? null : (
          <div className="mt-2">
            <Button type="button" onClick={onTake}>
              {act}
            </Button>
          </div>
        )}
      </Notice>
    </div>
  )
}
