import type { ArticleText } from './article'
import type { Doc } from './document/document'
import { readDocument } from './document/document-schema'
import { isSmallEnough } from './document/document-size'
import { literalBlocks } from './document/literal-blocks'
import { migrateDocument } from './document/migrate-document'

/**
 * The document of a revision, whatever version of the schema it was stored in. One that a later Stet wrote, or nobody
 * understands, still opens: as its plain words.
 */
export const storedDocument = ({
  document,
  schemaVersion,
  plainText,
}: Pick<ArticleText, 'document' | 'schemaVersion' | 'plainText'>): Doc => {
  const known = isSmallEnough(document) ? readDocument(migrateDocument(document, schemaVersion)) : null
  return known ?? { type: 'doc', content: literalBlocks(plainText) }
}
