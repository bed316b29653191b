import type { ArticleText } from './article'
import type { Doc } from './document/document'
import { readDocument } from './document/document-schema'
import { literalBlocks } from './document/literal-blocks'

/** The document of a revision. One that a later Stet wrote, or nobody understands, still opens: as its plain words. */
export const storedDocument = ({ document, plainText }: Pick<ArticleText, 'document' | 'plainText'>): Doc =>
  readDocument(document) ?? { type: 'doc', content: literalBlocks(plainText) }
