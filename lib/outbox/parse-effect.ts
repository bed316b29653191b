import { z } from 'zod'
import type { Effect } from '../kernel/effect'

const id = z.string()
const sight = z.enum(['appeared', 'vanished', 'changed', 'none'])

const storedEffect = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('article.changed'), articleId: id, slugs: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('comment.submitted'), commentId: id, articleId: id }),
  z.strictObject({ kind: z.literal('comment.changed'), commentId: id, articleId: id, sight }),
  z.strictObject({ kind: z.literal('comment.recommended'), commentId: id, articleId: id }),
  z.strictObject({ kind: z.literal('comment.reported'), commentId: id, articleId: id }),
  z.strictObject({ kind: z.literal('subscription.asked'), subscriptionId: id }),
  z.strictObject({
    kind: z.literal('article.told'),
    to: z.enum(['hub', 'indexnow']),
    articleId: id,
    slugs: z.array(z.string()),
    since: z.number(),
  }),
  z.strictObject({ kind: z.literal('settings.changed'), key: z.string() }),
])

/** An effect as it was stored or sent by an instance. Throws on anything else. */
export const parseEffect = (value: unknown): Effect => storedEffect.parse(value)
