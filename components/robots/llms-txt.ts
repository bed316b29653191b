import type { ArticleCardView } from '@/lib/articles/article-view'
import { markdownLine } from './markdown-line'

const piece = ({ title, path, dek }: ArticleCardView, origin: string): string =>
  `- [${markdownLine(title)}](${origin}${path}.md)${dek ? `: ${markdownLine(dek)}` : ''}`

/** What this place is and where its texts stand without any page around them, for programs that read (llmstxt.org). */
export const llmsTxt = (
  {
    name,
    description,
    origin,
  }: { readonly name: string; readonly description: string; readonly origin: string },
  pieces: readonly ArticleCardView[],
): string =>
  [
    `# ${markdownLine(name)}`,
    '',
    ...(description ? [`> ${markdownLine(description)}`, ''] : []),
    'A publication with moderated comments. Every piece is there as Markdown: its address, and `.md` behind it.',
    'What readers say stands below each piece and in the feeds of comments, once a moderator has approved it.',
    '',
    ...(pieces.length > 0 ? ['## Latest pieces', '', ...pieces.map((each) => piece(each, origin)), ''] : []),
    '## All pieces',
    '',
    `- [Map of the site](${origin}/sitemap.xml): every public piece`,
    `- [Feed](${origin}/feed.json): the latest pieces with their full texts, as JSON`,
    `- [Comments](${origin}/comments.xml): the latest comments, as RSS`,
    '',
  ].join('\n')
