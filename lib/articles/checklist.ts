import { fieldProblems } from '../kernel/field-problems'
import { type Result, fail, ok } from '../kernel/result'
import { canonicalText } from '../kernel/canonical-text'
import type { Ports } from '../ports'
import type { ArticleRecord, ArticleRevision } from './article'
import { type Check, checkDocument } from './check-document'
import { checkLinks } from './check-links'
import { checkPictures } from './check-pictures'
import { isSlugOf, slugify } from './slug'
import { storedDocument } from './stored-document'

const TK = /\bTK\b/u

const checkHead = ({ title, dek, kicker }: ArticleRevision): readonly Check[] =>
  Object.entries({ title, dek, kicker }).flatMap(([field, text]) =>
    TK.test(text)
      ? [{ check: 'tk', weight: 'objects', where: field, says: 'TK is still to come here.' } as const]
      : [],
  )

/** Whether something is still to come in it, or a picture has no description: what stands out in a list of drafts. */
export const needsAttention = (draft: ArticleRevision): boolean =>
  [...checkHead(draft), ...checkDocument(storedDocument(draft))].some(
    ({ check }) => check === 'tk' || check === 'alt',
  )

/** Nothing is wrong with these; most pieces are better without them. */
const hints = ({ article, draft }: ArticleRecord): readonly Check[] => [
  ...(draft.dek === '' && draft.listing.excerpt === ''
    ? [
        {
          check: 'excerpt',
          weight: 'hint',
          where: 'dek',
          says: 'Lists and search engines have nothing to quote: write a standfirst or an excerpt.',
        } as const,
      ]
    : []),
  ...(article.slug !== slugify(draft.title) && isSlugOf(article.slug, draft.title)
    ? [
        {
          check: 'slug',
          weight: 'hint',
          where: 'slug',
          says: `The address of this title was taken, so this one has a number: ${article.slug}.`,
        } as const,
      ]
    : []),
]

/** All there is to say about a draft before it is published, gravest first. */
export const checkPiece = async (
  deps: Pick<Ports, 'articleReader' | 'mediaStore' | 'clock'>,
  piece: ArticleRecord,
): Promise<readonly Check[]> => {
  const document = storedDocument(piece.draft)
  return [
    ...checkHead(piece.draft),
    ...checkDocument(document),
    ...(await checkLinks(deps, document)),
    ...(await checkPictures(deps, document)),
    ...hints(piece),
  ]
}

const whatIsMissing = ({ title, plainText }: ArticleRevision) =>
  fieldProblems({
    title: title === '' ? 'Give the piece a title before you publish it.' : null,
    text: plainText.trim() === '' ? 'Write some text before you publish it.' : null,
  })

/** The objections that are passed over for that reason, [] where there is none; refused while there are and no reason is given. */
export const clearToPublish = async (
  deps: Pick<Ports, 'articleReader' | 'mediaStore' | 'clock'>,
  piece: ArticleRecord,
  reason: string,
): Promise<Result<readonly Check[]>> => {
  const missing = whatIsMissing(piece.draft)
  if (missing) return fail('invalid', 'This piece cannot be published yet.', { fields: missing })
  const objections = (await checkPiece(deps, piece)).filter(({ weight }) => weight === 'objects')
  if (objections.length === 0 || canonicalText(reason, { singleLine: true }) !== '') return ok(objections)
  const [first] = objections
  return fail(
    'invalid',
    `The checklist objects: ${first?.says ?? ''} Mend it, or say why it is to be published like this.`,
    { details: { checks: objections }, fields: { reason: 'Say why, or mend what the checklist found.' } },
  )
}

/** For the log: what was passed over, and why. */
export const overriddenIn = (objections: readonly Check[], reason: string): Record<string, string> =>
  objections.length === 0
    ? {}
    : {
        passedOver: [...new Set(objections.map(({ check }) => check))].join(' '),
        reason: canonicalText(reason, { singleLine: true }),
      }
