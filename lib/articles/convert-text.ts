import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { type Result, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Doc } from './document/document'
import { printMarkdown } from './document/print-markdown'
import { notAllowed } from './find-piece'
import { saveArticleInput } from './save-article-input'
import { typedDocument } from './typed-document'

const { text, document } = saveArticleInput.shape
/** Markdown, or the editor's JSON where `document` is not empty. */
export const convertTextInput = z.strictObject({ text, document })

export interface ConvertedText {
  /** Markdown that reads back as `document`. */
  readonly text: string
  readonly document: Doc
}

/** A text in both of its spellings: for the way between the sheet and the source view. Nothing is stored. */
export const convertText = async (
  _deps: unknown,
  actor: Actor,
  input: z.infer<typeof convertTextInput>,
): Promise<Result<ConvertedText>> => {
  if (!can(actor, 'open.studio')) return notAllowed(actor, 'The studio is for writers and editors.')
  const read = typedDocument(input)
  return read.ok ? ok({ text: printMarkdown(read.value), document: read.value }) : read
}
