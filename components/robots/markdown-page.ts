import type { MarkdownView } from '@/lib/feeds/read-markdown'
import { dateText } from '../ui/time-text'
import { NOTE_WORDS, bylineText, commentsText } from '../reader/words'
import { markdownLine } from './markdown-line'

/** A piece as one Markdown file: what stands above its text on the page, the text, and where its comments are. */
export const markdownPage = ({ piece, text }: MarkdownView, origin: string): string => {
  const { title, dek, bylines, publishedAt, updatedAt, path, commentCount, notes } = piece
  const date = dateText(new Date(publishedAt))
  const updated = dateText(new Date(updatedAt))
  const facts = [
    ...(bylines.length > 0 ? [`By ${markdownLine(bylineText(bylines))}`] : []),
    date,
    ...(updated === date ? [] : [`updated ${updated}`]),
    `<${origin}${path}>`,
  ]
  const parts = [
    `# ${markdownLine(title)}`,
    ...(dek ? [`*${markdownLine(dek)}*`] : []),
    facts.join(' · '),
    ...(text === '' ? [] : [text]),
    ...notes.map(
      ({ on, kind, text: note }) =>
        `*${NOTE_WORDS[kind]}, ${dateText(new Date(`${on}T00:00:00Z`))}:* ${markdownLine(note)}`,
    ),
    '---',
    `[${commentsText(commentCount)}](${origin}${path}#comments)`,
  ]
  return `${parts.join('\n\n')}\n`
}
