import { expect, it } from 'vitest'
import { closeReplies } from '../../../lib/moderation/close-replies'
import { decide } from '../../../lib/moderation/decide'
import { noteComment } from '../../../lib/moderation/note-comment'
import { watchPiece } from '../../../lib/moderation/watch-piece'
import { submitComment } from '../../../lib/comments/submit-comment'
import { ANONYMOUS } from '../../../lib/kernel/actor'
import { aClient } from '../../support/builders/a-client'
import { must } from '../../support/builders/must'
import { conversation, person, post, publicPiece } from '../../support/conversation'
import { memoryPorts } from '../../support/memory/memory-ports'

const stage = async () => {
  const deps = conversation(memoryPorts())
  const ada = await person(deps, 'moderator', 'Ada')
  const { id: articleId, slug } = await publicPiece(deps, ada)
  const { commentId } = await post(deps, { slug, body: 'The first word.' })
  const record = await deps.commentStore.find(commentId)
  const { latestRevisionId: revisionId = '', version = 1 } = record?.comment ?? {}
  await must('approve', decide(deps, ada, { commentId, revisionId, version, move: 'approve' }))
  const answer = (body: string) =>
    submitComment(deps, ANONYMOUS, { slug, parentId: commentId, body }, aClient())
  return { deps, ada, articleId, commentId, answer }
}

it('takes no answers to a comment until it is opened again', async () => {
  const { deps, ada, commentId, answer } = await stage()
  await must('close', closeReplies(deps, ada, { commentId, replies: 'close' }))
  expect(await answer('An answer.')).toMatchObject({ error: { code: 'conflict' } })
  await must('open', closeReplies(deps, ada, { commentId, replies: 'open' }))
  expect(await answer('Another answer.')).toMatchObject({ ok: true })
})

it('is for moderators alone, as are notes and watch-lists', async () => {
  const { deps, articleId, commentId } = await stage()
  for (const actor of [ANONYMOUS, await person(deps, 'writer', 'Cy'), await person(deps, 'member', 'Dora')]) {
    const outcomes = [
      await closeReplies(deps, actor, { commentId, replies: 'close' }),
      await noteComment(deps, actor, { commentId, body: 'A note.' }),
      await watchPiece(deps, actor, { articleId, watch: 'on' }),
    ]
    for (const outcome of outcomes) expect(outcome).toMatchObject({ error: { code: 'forbidden' } })
  }
  expect(await deps.deskStore.notesOn([commentId])).toEqual([])
})

it('keeps a note for colleagues under its writer’s name', async () => {
  const { deps, ada, commentId } = await stage()
  expect(await noteComment(deps, ada, { commentId, body: ' ' })).toMatchObject({ error: { code: 'invalid' } })
  await must('note', noteComment(deps, ada, { commentId, body: 'Known from last year.' }))
  expect(await deps.deskStore.notesOn([commentId])).toMatchObject([
    { userName: 'Ada', body: 'Known from last year.' },
  ])
})
