import { measureCounters, sayCounters } from '../counters'
import type { Part } from './part'

/** The stored numbers of threads after 100,000 random operations by eight clients, some of which were killed. */
export const counters: Part = async ({ say }) => {
  say('Changing a few threads 100,000 times…')
  const storm = await measureCounters()
  const { wrong, seconds, kills } = storm
  return { text: sayCounters(storm), json: { wrong, seconds, kills }, wrong: wrong.length > 0 }
}
