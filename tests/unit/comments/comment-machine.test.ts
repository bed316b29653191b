import { it } from 'vitest'
import { runCommentMachine } from '../../support/comment-machine'
import { memoryPorts } from '../../support/memory/memory-ports'

it('a conversation is what the reference says, whatever happens to it', { timeout: 60_000 }, async () => {
  await runCommentMachine(async () => memoryPorts(), { numRuns: 400 })
})
