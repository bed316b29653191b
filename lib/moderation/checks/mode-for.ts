import type { CommentMode } from '../../articles/article'
import type { SiteSettings } from '../../settings/site-settings'

/** A piece's own mode, else the site's; closed while the whole conversation is. */
export const modeFor = (
  article: { readonly commentMode: CommentMode | null } | null,
  settings: Pick<SiteSettings, 'commentMode' | 'conversationClosed'>,
): CommentMode => (settings.conversationClosed ? 'closed' : (article?.commentMode ?? settings.commentMode))
