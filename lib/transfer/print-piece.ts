import type { ArticleRecord } from '../articles/article'
import { printMarkdown } from '../articles/document/print-markdown'
import { storedDocument } from '../articles/stored-document'

const day = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

/** A piece as a file people and other systems read: front matter (YAML whose values are JSON), then its draft's Markdown. */
export const printPiece = ({ article, draft, live, bylines }: ArticleRecord): string => {
  const facts = {
    ...{ title: draft.title, dek: draft.dek, kicker: draft.kicker, slug: article.slug, kind: article.kind },
    ...{ status: article.status, language: draft.language, direction: draft.direction },
    ...{ date: day(article.publishedAt), created: day(article.createdAt), updated: day(draft.savedAt) },
    ...{ authors: bylines.map(({ name }) => name), tags: draft.tags, series: draft.series },
    excerpt: draft.listing.excerpt,
    cover: draft.cover === null ? null : `media/${draft.cover.picture.name}.jpg`,
    ...{ canonical: draft.canonicalUrl, unpublishedChanges: live !== null && live.id !== draft.id },
  }
  const said = Object.entries(facts).filter(
    ([, value]) => value !== '' && value !== null && !(Array.isArray(value) && value.length === 0),
  )
  const front = said.map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  return `---\n${front.join('\n')}\n---\n\n${printMarkdown(storedDocument(draft))}\n`
}
