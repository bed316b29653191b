import { type Result, fail, ok } from '../kernel/result'
import type { Ports } from '../ports'
import type { ArticleRevision } from './article'
import type { ArticleChange } from './article-store'
import { seriesNamed } from './piece-links'
import { tagsNamed } from './tags'

const NO_ORIGINAL =
  'No piece that readers can see has this address. Publish the original first, or leave this empty.'

/** The piece a draft says it translates; null for none. Drafts of others are as if they were not there. */
const originalOf = async (
  { articleReader, clock }: Pick<Ports, 'articleReader' | 'clock'>,
  { translationOf }: ArticleRevision,
): Promise<string | null | 'missing'> => {
  if (translationOf === '') return null
  const now = clock.now()
  const meaning = await articleReader.meaningOf(translationOf, now)
  const current = meaning.kind === 'moved' ? await articleReader.meaningOf(meaning.slug, now) : meaning
  return current.kind === 'public' ? current.articleId : 'missing'
}

/** What readers will find a piece by, once this revision is what they see. */
export const liveTies = async (
  deps: Pick<Ports, 'articleReader' | 'clock'>,
  revision: ArticleRevision,
): Promise<Result<Required<Pick<ArticleChange, 'liveTags' | 'liveSeries' | 'liveOriginalId'>>>> => {
  const original = await originalOf(deps, revision)
  if (original === 'missing')
    return fail('invalid', 'This piece cannot be published yet.', { fields: { translationOf: NO_ORIGINAL } })
  return ok({
    liveTags: tagsNamed(revision.tags),
    liveSeries: seriesNamed(revision.series),
    liveOriginalId: original,
  })
}
