import { cache } from 'react'
import { runtime } from '@/lib/http/runtime'

/** The publication's settings, read once for page and metadata. */
export const publication = cache(async () => (await runtime().stet.settings.read()).settings)

/** A piece anybody may read, read once for page and metadata. */
export const pieceAt = cache((slug: string) => runtime().stet.articles.read({ slug }))

/** Site-relative to absolute. */
export const absolute = (path: string): string => new URL(path, runtime().env.publicOrigin).href
