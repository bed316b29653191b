import { z } from 'zod'
import { ID_PATTERN } from '../kernel/ids'
import { versionField } from '../kernel/version-field'

/** A generous wall; the real limits, with their sentences, are compose-text.ts's. */
const typed = (max: number) => z.string().max(max, 'This is far too long.')

export const saveArticleInput = z.strictObject({
  articleId: z.string().regex(ID_PATTERN),
  version: versionField,
  title: typed(10_000),
  /** A field left out keeps what the draft has. */
  dek: typed(10_000).optional(),
  kicker: typed(10_000).optional(),
  /** Names between commas. */
  tags: typed(10_000).optional(),
  /** Name of what it is a part of. */
  series: typed(10_000).optional(),
  /** One note a line (lib/articles/notes.ts). */
  notes: typed(50_000).optional(),
  /** Address of the piece it translates, or the last part of it. */
  translationOf: typed(10_000).optional(),
  /** Where it stood first, elsewhere. */
  canonicalUrl: typed(10_000).optional(),
  /** Markdown. */
  text: typed(2_000_000),
  /** The same text as the editor's document, in JSON; '' or left out where Markdown was typed. */
  document: typed(2_000_000).optional(),
  slug: typed(10_000).optional(),
  /** Address of a picture of the media library; '' for none. */
  cover: typed(10_000).optional(),
  coverAlt: typed(10_000).optional(),
  coverCredit: typed(10_000).optional(),
  /** `40 60`: percent from the left and the top. */
  coverFocus: typed(1_000).optional(),
  language: typed(1_000).optional(),
  excerpt: typed(10_000).optional(),
  searchTitle: typed(10_000).optional(),
  searchDescription: typed(10_000).optional(),
  socialTitle: typed(10_000).optional(),
  socialDescription: typed(10_000).optional(),
  /** The text that lost a conflict which this one settles. */
  settles: z.string().regex(ID_PATTERN).optional(),
  /** Left out: told by language and text. */
  direction: z.enum(['ltr', 'rtl']).optional(),
})

export type SaveArticleInput = z.infer<typeof saveArticleInput>
