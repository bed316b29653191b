import type { CommentMode } from '../../articles/article'
import type { SiteSettings } from '../../settings/site-settings'

/** A piece's own mode, else the site's. */
export const modeFor = (
  article: { readonly commentMode: CommentMode | null } | null,
  settings: SiteSettings,
): CommentMode => article?.commentMode ?? settings.commentMode
