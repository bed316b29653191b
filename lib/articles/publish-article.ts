import { z } from 'zod'
import type { Actor } from '../kernel/actor'
import type { Instant } from '../kernel/clock'
import { fieldProblems } from '../kernel/field-problems'
import { ID_PATTERN } from '../kernel/ids'
import { type Result, fail, ok } from '../kernel/result'
import { versionField } from '../kernel/version-field'
import type { Ports } from '../ports'
import type { ArticleRevision } from './article'
import { articleChanged } from './article-effects'
import { articlePath } from './article-path'
import { PUBLIC, moveArticle } from './article-status'
import { findPiece } from './find-piece'
import { OUT_OF_DATE } from './out-of-date'
import { seriesNamed } from './piece-links'
import { tagsNamed } from './tags'

export const publishArticleInput = z.strictObject({
  articleId: z.string().regex(ID_PATTERN),
  version: versionField,
})

const whatIsMissing = ({ title, plainText }: ArticleRevision) =>
  fieldProblems({
    title: title === '' ? 'Give the piece a title before you publish it.' : null,
    text: plainText.trim() === '' ? 'Write some text before you publish it.' : null,
  })

const NO_ORIGINAL =
  'No piece that readers can see has this address. Publish the original first, or leave this empty.'

/** The piece a draft says it translates; null for none. Drafts of others are as if they were not there. */
const originalOf = async (
  { articleReader }: Pick<Ports, 'articleReader'>,
  { translationOf }: ArticleRevision,
  now: Instant,
): Promise<string | null | 'missing'> => {
  if (translationOf === '') return null
  const meaning = await articleReader.meaningOf(translationOf, now)
  const current = meaning.kind === 'moved' ? await articleReader.meaningOf(meaning.slug, now) : meaning
  return current.kind === 'public' ? current.articleId : 'missing'
}

/**
 * Makes the draft what readers see, for the first time or again. The text readers see is frozen: later drafts do not
 * show until this is done again. Publishing what is already public is done already.
 */
export const publishArticle = async (
  deps: Pick<Ports, 'articleStore' | 'articleReader' | 'clock'>,
  actor: Actor,
  { articleId, version }: z.infer<typeof publishArticleInput>,
): Promise<Result<{ version: number; path: string }>> => {
  const found = await findPiece(deps, actor, 'publish.article', articleId)
  if (!found.ok) return found
  const { article, draft } = found.value.piece
  const isPublic = PUBLIC.has(article.status)
  const moved = moveArticle(article.status, isPublic ? 'update' : 'publish')
  if (!moved.ok) return moved
  if (article.version !== version) return fail('conflict', OUT_OF_DATE)
  const path = articlePath(article.slug)
  if (isPublic && article.liveRevisionId === draft.id) return ok({ version, path })
  const problems = whatIsMissing(draft)
  if (problems) return fail('invalid', 'This piece cannot be published yet.', { fields: problems })

  const now = deps.clock.now()
  const original = await originalOf(deps, draft, now)
  if (original === 'missing')
    return fail('invalid', 'This piece cannot be published yet.', { fields: { translationOf: NO_ORIGINAL } })
  const stored = await deps.articleStore.apply({
    articleId,
    expectVersion: version,
    set: {
      status: moved.value,
      liveRevisionId: draft.id,
      firstPublishedAt: article.firstPublishedAt ?? now,
      // A piece that comes back keeps its date.
      publishedAt: article.publishedAt ?? now,
      updatedAt: now,
    },
    liveTags: tagsNamed(draft.tags),
    liveSeries: seriesNamed(draft.series),
    liveOriginalId: original,
    audit: {
      actor,
      action: isPublic ? 'update.article' : 'publish.article',
      subject: `article:${articleId}`,
      detail: { revision: draft.number, version: version + 1 },
    },
    effects: articleChanged(article, [article.slug]),
  })
  return stored === 'stored' ? ok({ version: version + 1, path }) : fail('conflict', OUT_OF_DATE)
}
