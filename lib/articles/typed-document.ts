import type { Result } from '../kernel/result'
import type { Doc } from './document/document'
import { parseMarkdown } from './document/parse-markdown'
import { readEditorJson } from './document/read-editor-json'
import type { SaveArticleInput } from './save-article-input'

/** The text as it was written: in the editor, which sends its document, or as Markdown. */
export const typedDocument = ({
  document,
  text,
}: Pick<SaveArticleInput, 'document' | 'text'>): Result<Doc> =>
  document ? readEditorJson(document) : parseMarkdown(text)
