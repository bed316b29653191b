import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { canonicalText } from '../kernel/canonical-text'
import { invalidFields } from '../kernel/field-problems'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { versionField } from '../kernel/version-field'
import type { Ports } from '../ports'
import { EDITABLE } from './article-status'
import { type ComposeDeps, composeText } from './compose-text'
import type { Figure } from './document/document'
import { printMarkdown } from './document/print-markdown'
import { findPiece } from './find-piece'
import { linesOf } from './merge-piece'
import { draftRevision, isContinued } from './new-revision'
import { OUT_OF_DATE } from './out-of-date'
import { storedDocument } from './stored-document'

const ALT_MAX = 500

export const describePictureInput = z.strictObject({
  articleId: z.string().regex(ID_PATTERN),
  version: versionField,
  src: z.string().max(500),
  alt: z.string().max(5_000, 'This is far too long.'),
  /** Ticked: it says nothing that the text does not. */
  decorative: z.enum(['1']).optional(),
})

type Words = { readonly alt: string } | { readonly decorative: true }

/** A node as a tree of anything. */
interface AnyNode {
  readonly type: string
  readonly attrs?: unknown
  readonly content?: unknown
}

const isMeant = ({ type, attrs }: AnyNode, src: string): boolean => {
  if (type !== 'figure') return false
  const { src: shown, alt, decorative } = attrs as Figure['attrs']
  return shown === src && alt === '' && !decorative
}

const described = <N extends AnyNode>(node: N, src: string, words: Words): N => {
  if (isMeant(node, src)) return { ...node, attrs: { ...(node.attrs as Figure['attrs']), ...words } }
  return Array.isArray(node.content)
    ? { ...node, content: node.content.map((child: AnyNode) => described(child, src, words)) }
    : node
}

const wordsOf = (typed: string, decorative: boolean): Result<Words> => {
  if (decorative) return ok({ decorative: true })
  const alt = canonicalText(typed, { singleLine: true })
  if (alt === '') return invalidFields({ alt: 'Say what it shows, or tick that it is decorative.' })
  return alt.length > ALT_MAX
    ? invalidFields({ alt: `Please shorten this to ${ALT_MAX} characters.` })
    : ok({ alt })
}

/** Says in the draft what a picture shows that nobody has described yet: wherever it stands without words. */
export const describePicture = async (
  deps: ComposeDeps & Pick<Ports, 'articleStore' | 'ids'>,
  actor: Actor,
  { articleId, version, src, alt, decorative }: z.infer<typeof describePictureInput>,
): Promise<Result<{ version: number }>> => {
  const found = await findPiece(deps, actor, 'edit.article', articleId)
  if (!found.ok) return found
  const { piece, by } = found.value
  if (!EDITABLE.has(piece.article.status))
    return fail('conflict', 'This piece is in the trash. Restore the piece first.')
  if (piece.article.version !== version) return fail('conflict', OUT_OF_DATE)
  const words = wordsOf(alt, decorative === '1')
  if (!words.ok) return words
  const document = described(storedDocument(piece.draft), src, words.value)
  const text = await composeText(
    deps,
    { ...linesOf(piece.draft), text: printMarkdown(document) },
    piece.draft,
  )
  if (!text.ok) return text
  const next = draftRevision(deps, piece, by, text.value, 'save')
  const stored = await deps.articleStore.apply({
    ...{ articleId, expectVersion: version },
    ...(isContinued(piece, next) ? { rewritten: next } : { revision: next }),
    set: { draftRevisionId: next.id, updatedAt: next.savedAt },
    audit: {
      ...{ actor, action: 'save.article', subject: `article:${articleId}` },
      detail: { version: version + 1 },
    },
    effects: [],
  })
  return stored === 'stored' ? ok({ version: version + 1 }) : fail('conflict', OUT_OF_DATE)
}
