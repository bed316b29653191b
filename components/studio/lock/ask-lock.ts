import type { LockView } from '@/lib/articles/hold-article'

export type LockWish = 'hold' | 'look' | 'take' | 'leave'

const isLock = (value: unknown): value is LockView =>
  typeof value === 'object' && value !== null && 'state' in value && 'wantedBy' in value

/** Tells the server what this page wishes; null where nobody answered, or it may not. */
export const askLock = async (
  articleId: string,
  holder: string,
  wish: LockWish,
): Promise<LockView | null> => {
  try {
    const answer = await fetch('/studio/lock', {
      method: 'POST',
      // A page that is being left still says so.
      keepalive: wish === 'leave',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ articleId, holder, wish }),
    })
    const value: unknown = answer.ok ? await answer.json() : null
    return isLock(value) ? value : null
  } catch {
    return null
  }
}
