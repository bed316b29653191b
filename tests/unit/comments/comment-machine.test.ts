import { it } from 'vitest'
import { runCommentMachine } from '../../support/comment-machine'
import { memoryPorts } from '../../support/memory/memory-ports'
import { numbersOf } from '../../support/memory/memory-public'

it('a conversation is what the reference says, whatever happens to it', { timeout: 60_000 }, async () => {
  const open = async () => {
    const ports = memoryPorts()
    return { ...ports, numbers: async (articleId: string) => numbersOf(ports.tables, articleId) }
  }
  await runCommentMachine(open, { numRuns: 400 })
})
