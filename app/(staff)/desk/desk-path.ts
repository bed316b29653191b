import { deskAddress, readDeskAddress } from '@/lib/moderation/desk-address'

/** Back to the page of the queue a form stood on (`at`: its address), with what was done to confirm it. */
export const deskPath = (at: string, done?: string): string => {
  const back = deskAddress(readDeskAddress(at))
  return done === undefined
    ? back
    : `${back}${back.includes('?') ? '&' : '?'}done=${encodeURIComponent(done)}`
}
