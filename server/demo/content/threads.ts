import type { DemoThread } from './demo-comment'
import { ferryThread } from './threads/ferry'
import { otherThreads } from './threads/others'
import { queueThreads } from './threads/queue'

/** Every conversation; a piece may stand here more than once. */
export const THREADS: readonly DemoThread[] = [ferryThread, ...otherThreads, ...queueThreads]
