import type { Stet } from '../../../lib/compose'
import { aClient } from '../builders/a-client'
import { aComment } from '../builders/a-comment'
import { aDecision } from '../builders/a-decision'
import { aPiece, publish } from '../builders/a-piece'
import { aUser } from '../builders/a-user'
import { must } from '../builders/must'
import { theOwner } from '../builders/the-owner'
import { CANARY } from './tokens'

/** A piece that was written twice by two people before it came out, and whose first text nobody else ever saw. */
const rewritten = async (stet: Stet, editor: Awaited<ReturnType<typeof aUser>>) => {
  const owner = await theOwner(stet)
  const first = await aPiece(stet, {
    ...{ by: owner, title: 'A second piece', text: CANARY.oldRevision, state: 'draft' },
  })
  const { articleId, version } = first
  const saved = await must(
    'write over',
    stet.articles.save(editor, { articleId, version, title: 'A second piece', text: 'Shorter.' }),
  )
  return publish(stet, { articleId, version: saved.version }, owner)
}

/** Taken down after it was public, and given an address since that nobody was told. */
const takenDown = async (stet: Stet) => {
  const by = await theOwner(stet)
  const { articleId, slug, version } = await aPiece(stet, {
    ...{ by, title: CANARY.unpublished, text: CANARY.unpublished, slug: 'was-here-once' },
  })
  const gone = { articleId, version, move: 'unpublish' } as const
  const left = await must('unpublish', stet.articles.changeStatus(by, gone))
  return { articleId, slug, version: left.version }
}

/** What everybody may see, before anything is hidden. */
export const publicPart = async (stet: Stet) => {
  const owner = await theOwner(stet)
  const editor = await aUser(stet, {
    ...{ role: 'editor', name: CANARY.editorName, email: CANARY.editorEmail },
  })
  const piece = await aPiece(stet, {
    ...{ by: owner, title: 'Ropes in the open', text: 'Knots and **hitches**.' },
    ...{ tags: 'Rope', series: 'Open ropes' },
  })
  const other = await rewritten(stet, editor)
  const unpublished = await takenDown(stet)
  await must('redirect', stet.articles.addRedirect(owner, { path: '/old/ropes', target: piece.path }))
  const shown = await aComment(stet, {
    ...{ under: piece.slug, body: 'This one stands for all to see.', name: 'Public Petra' },
    email: CANARY.approvedEmail,
    client: { addressBlock: CANARY.address, userAgent: 'x', requestId: 'x' },
  })
  await aDecision(stet, { on: shown.commentId, move: 'approve', by: owner })
  const branch = await aComment(stet, { under: piece.slug, body: 'A root of its own.', then: 'approve' })
  const fallen = await aComment(stet, { under: piece.slug, body: CANARY.fallen, then: 'approve' })
  const fallenReply = await aComment(stet, {
    ...{ under: piece.slug, to: fallen.commentId, body: CANARY.fallenReply, then: 'approve' },
  })
  const fellIds = [fallen.commentId, fallenReply.commentId]
  for (const commentId of fellIds) {
    await must('recommend', stet.comments.recommend(branch.author, { commentId, intent: 'give' }, aClient()))
  }
  await aDecision(stet, { on: fallen.commentId, move: 'reject', by: owner })
  return { owner, editor, piece, other, unpublished, shown, branch, fellIds }
}

export type PublicPart = Awaited<ReturnType<typeof publicPart>>
