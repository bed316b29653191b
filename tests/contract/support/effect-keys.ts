import type { World } from './backends'

/** What was left in the outbox, by its keys. */
export const effectKeys = async (world: World): Promise<readonly string[]> =>
  (await world.outboxStore.lease(world.clock.now(), 1000, 1)).map(({ key }) => key)
