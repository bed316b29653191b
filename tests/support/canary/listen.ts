import { expect } from '@playwright/test'

/** A live stream, read as it comes. */
export const listen = async (address: string) => {
  const leaving = new AbortController()
  const answer = await fetch(address, { signal: leaving.signal })
  expect(answer.status).toBe(200)
  let text = ''
  const reading = async (): Promise<void> => {
    const decoder = new TextDecoder()
    for await (const chunk of answer.body ?? []) text += decoder.decode(chunk, { stream: true })
  }
  const ended = reading().catch(() => undefined)
  await expect.poll(() => text).toContain('event: hello')
  return {
    heard: () => text,
    stop: () => {
      leaving.abort()
      return ended
    },
  }
}
