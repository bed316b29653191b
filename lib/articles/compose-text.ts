import { readLanguage } from '../kernel/language'
import { canonicalText, codePoints } from '../kernel/canonical-text'
import { fieldProblems, invalidFields } from '../kernel/field-problems'
import { type Result, ok } from '../kernel/result'
import type { ArticleText } from './article'
import { type Doc, SCHEMA_VERSION } from './document/document'
import { plainText } from './document/plain-text'
import { printMarkdown } from './document/print-markdown'
import { printedAtMost } from './document/printed-at-most'
import { renderHtml } from './document/render-html'
import { TEXT_LIMIT, TOO_LONG, isTooLong } from './document/text-limit'
import { wordCount } from './document/word-count'
import { composeListing } from './compose-listing'
import { detectDirection } from './language'
import type { Ports } from '../ports'
import { readNotes } from './notes'
import { readCanonical, readOriginal, readSeries } from './piece-links'
import { lookUpFacts } from './look-up-facts'
import { readCover } from './read-cover'
import type { SaveArticleInput } from './save-article-input'
import { readTags } from './tags'
import { typedDocument } from './typed-document'

/** Code points. */
const MOST = { title: 200, dek: 500, kicker: 60 } as const
type Line = keyof typeof MOST

const line = (text: string): string => canonicalText(text, { singleLine: true })

const tooLong = (field: Line, text: string): string | null =>
  codePoints(text) > MOST[field] ? `Please shorten this to ${MOST[field]} characters.` : null

/** The studio opens a piece as it is printed, with every mark spelled out: that must be short enough to save, too. */
const problemOf = (document: Result<Doc>): string | null => {
  if (!document.ok) return document.error.fields?.text ?? document.error.message
  // Printing is most of what a save costs, and hardly any text comes near the limit.
  const mayBeTooLong = printedAtMost(document.value) > TEXT_LIMIT
  return mayBeTooLong && isTooLong(printMarkdown(document.value)) ? TOO_LONG : null
}

export type ComposeDeps = Pick<Ports, 'mediaStore' | 'coverCrops' | 'articleReader' | 'clock'>

/** What of a draft a form may leave as it is. */
type Before = Pick<
  ArticleText,
  | ('dek' | 'kicker' | 'tags' | 'series' | 'notes' | 'translationOf' | 'canonicalUrl' | 'language')
  | ('listing' | 'cover')
>
type Typed = Pick<SaveArticleInput, 'title' | 'text'> & Partial<SaveArticleInput>

/**
 * What was typed, as every field a revision keeps: checked, canonical, rendered. What was left out comes from `before`;
 * a note without a day is of today.
 */
export const composeText = async (
  deps: ComposeDeps,
  typed: Typed,
  before: Before,
): Promise<Result<ArticleText>> => {
  const title = line(typed.title)
  const dek = line(typed.dek ?? before.dek)
  const kicker = line(typed.kicker ?? before.kicker)
  const tags = typed.tags === undefined ? { names: before.tags, problem: null } : readTags(typed.tags)
  const series = readSeries(typed.series ?? before.series)
  const notes =
    typed.notes === undefined
      ? { notes: before.notes, problem: null }
      : readNotes(typed.notes, deps.clock.now())
  const original = readOriginal(typed.translationOf ?? before.translationOf)
  const canonical = readCanonical(typed.canonicalUrl ?? before.canonicalUrl)
  const listing = composeListing(typed, before.listing)
  const language = readLanguage(line(typed.language ?? before.language))
  const { cover, problems: coverProblems } = await readCover(deps, typed, before.cover)
  const document = typedDocument(typed)
  const problems = fieldProblems({
    title: tooLong('title', title),
    dek: tooLong('dek', dek),
    kicker: tooLong('kicker', kicker),
    tags: tags.problem,
    series: series.problem,
    notes: notes.problem,
    translationOf: original.problem,
    canonicalUrl: canonical.problem,
    ...listing.problems,
    ...coverProblems,
    language: language === null ? 'This is no language tag. Write for example en, de-AT or ar.' : null,
    text: problemOf(document),
  })
  if (problems) return invalidFields(problems)
  if (!document.ok || language === null) throw new Error('A problem without a sentence.')

  const cropped = cover ? await deps.coverCrops.make(cover.picture, cover.focus) : ok(undefined)
  if (!cropped.ok) return cropped
  const facts = await lookUpFacts(deps, document.value)
  const words = plainText(document.value)
  const direction = typed.direction ?? detectDirection(language, `${title}\n${words}`)
  return ok({
    ...{ series: series.name, notes: notes.notes },
    ...{ translationOf: original.slug, canonicalUrl: canonical.url },
    listing: listing.value,
    ...{ title, dek, kicker, tags: tags.names, cover, language, direction },
    document: document.value,
    schemaVersion: SCHEMA_VERSION,
    html: renderHtml(document.value, direction, facts),
    plainText: words,
    wordCount: wordCount(words, language),
  })
}
