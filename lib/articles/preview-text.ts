import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import { readLanguage } from '../kernel/language'
import { canonicalText } from '../kernel/canonical-text'
import { type Result, ok } from '../kernel/result'
import { can } from '../policy/policy'
import type { Direction } from './article'
import { plainText } from './document/plain-text'
import { renderHtml } from './document/render-html'
import { wordCount } from './document/word-count'
import { notAllowed } from './find-piece'
import { detectDirection } from './language'
import type { Ports } from '../ports'
import { lookUpFacts } from './look-up-facts'
import { saveArticleInput } from './save-article-input'
import { typedDocument } from './typed-document'

const { text, document, language } = saveArticleInput.shape
export const previewTextInput = z.strictObject({ text, document, language })

/** What a text will look like that nobody has saved. */
export interface TextPreview {
  /** Made by our own renderer and its allow-list, as it will be when it is saved. */
  readonly html: string
  readonly direction: Direction
  readonly wordCount: number
}

/** A text as readers would see it. Nothing is stored; a language half typed is taken as English. */
export const previewText = async (
  deps: Pick<Ports, 'mediaStore' | 'articleReader' | 'clock'>,
  actor: Actor,
  { language = '', ...typed }: z.infer<typeof previewTextInput>,
): Promise<Result<TextPreview>> => {
  if (!can(actor, 'open.studio')) return notAllowed(actor, 'The studio is for writers and editors.')
  const document = typedDocument(typed)
  if (!document.ok) return document
  const tag = readLanguage(canonicalText(language, { singleLine: true })) ?? 'en'
  const words = plainText(document.value)
  const direction = detectDirection(tag, words)
  const facts = await lookUpFacts(deps, document.value)
  return ok({
    html: renderHtml(document.value, direction, facts),
    direction,
    wordCount: wordCount(words, tag),
  })
}
