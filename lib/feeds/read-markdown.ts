import type { ArticleView } from '../articles/article-view'
import { absoluteDocument } from '../articles/document/absolute-document'
import { printMarkdown } from '../articles/document/print-markdown'
import { readArticle } from '../articles/read-article'
import { storedDocument } from '../articles/stored-document'
import type { Ports } from '../ports'

/** A public piece as a file of Markdown. */
export interface MarkdownView {
  readonly piece: ArticleView
  /** Its text as Markdown, every address absolute. */
  readonly text: string
}

/** A public piece as its writer would write it down. `origin` is scheme, host and port of the site. */
export const readMarkdown = async (
  deps: Pick<Ports, 'articleReader' | 'feedReader' | 'settingsStore' | 'clock'>,
  { slug, origin }: { readonly slug: string; readonly origin: string },
): Promise<MarkdownView | null> => {
  const piece = await readArticle(deps, { slug })
  const stored = piece && (await deps.feedReader.document(piece.id, deps.clock.now()))
  if (!stored) return null
  const document = absoluteDocument(storedDocument(stored), `${origin}${piece.path}`)
  return { piece, text: printMarkdown(document) }
}
