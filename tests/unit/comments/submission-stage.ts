import { submitComment } from '../../../lib/comments/submit-comment'
import { ANONYMOUS, type Actor } from '../../../lib/kernel/actor'
import { aClient } from '../../support/builders/a-client'
import { conversation, person, publicPiece } from '../../support/conversation'
import { memoryPorts } from '../../support/memory/memory-ports'

export const stage = async () => {
  const deps = conversation(memoryPorts())
  const moderator = await person(deps, 'moderator', 'Mo Reader')
  const article = await publicPiece(deps, moderator)
  const submit = (input: object, by: Actor = ANONYMOUS, household = 1) =>
    submitComment(deps, by, { slug: article.slug, body: 'My two pence.', ...input }, aClient(household))
  return { deps, moderator, article, submit }
}

export const refused = async (outcome: ReturnType<typeof submitComment>) => {
  const result = await outcome
  if (result.ok) throw new Error('This should have been refused.')
  return result.error
}

export const ADVERTISEMENT = 'Visit a.example.org, b.example.org, c.example.org and d.example.org!'
