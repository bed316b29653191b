import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { invalidFields } from '../kernel/field-problems'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { versionField } from '../kernel/version-field'
import type { Ports } from '../ports'
import { EDITABLE } from './article-status'
import { findPiece } from './find-piece'
import { draftRevision } from './new-revision'
import { printNotes, readNotes } from './notes'
import { OUT_OF_DATE } from './out-of-date'

export const noteChangeInput = z.strictObject({
  articleId: z.string().regex(ID_PATTERN),
  version: versionField,
  kind: z.enum(['correction', 'update']),
  /** What readers are told, in one line. */
  words: z.string().max(10_000),
})

const KIND = { correction: 'Correction', update: 'Update' } as const

/** Adds a note of today to the draft: readers are told of a change when it is published. */
export const noteChange = async (
  deps: Pick<Ports, 'articleStore' | 'clock' | 'ids'>,
  actor: Actor,
  { articleId, version, kind, words }: z.infer<typeof noteChangeInput>,
): Promise<Result<{ version: number }>> => {
  const found = await findPiece(deps, actor, 'edit.article', articleId)
  if (!found.ok) return found
  const { piece, by } = found.value
  const { article, draft } = piece
  if (!EDITABLE.has(article.status))
    return fail('conflict', 'This piece is in the trash. Restore the piece first.')
  if (article.version !== version) return fail('conflict', OUT_OF_DATE)
  const line = words.replace(/\s+/g, ' ').trim()
  if (line === '')
    return invalidFields({ words: 'Write what was changed, for those who have read it before.' })
  const now = deps.clock.now()
  const { notes, problem } = readNotes(`${printNotes(draft.notes)}\n${KIND[kind]}: ${line}`, now)
  if (problem !== null) return invalidFields({ words: problem })
  const next = draftRevision(deps, piece, by, { ...draft, notes }, 'note')
  const stored = await deps.articleStore.apply({
    articleId,
    expectVersion: version,
    set: { draftRevisionId: next.id, updatedAt: now },
    revision: next,
    audit: {
      actor,
      action: 'note.change',
      subject: `article:${articleId}`,
      detail: { kind, version: version + 1 },
    },
    effects: [],
  })
  return stored === 'stored' ? ok({ version: version + 1 }) : fail('conflict', OUT_OF_DATE)
}
