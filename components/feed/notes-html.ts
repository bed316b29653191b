import type { ArticleView } from '@/lib/articles/article-view'
import { NOTE_WORDS } from '../reader/words'
import { dateText } from '../ui/time-text'
import { escapeText } from './escape-text'

/** What was changed since a piece came out, below its text. */
export const notesHtml = ({ notes }: Pick<ArticleView, 'notes'>): string =>
  notes
    .map(
      ({ on, kind, text }) =>
        `<p><em>${NOTE_WORDS[kind]}, ${dateText(new Date(`${on}T00:00:00Z`))}:</em> ${escapeText(text)}</p>`,
    )
    .join('')
