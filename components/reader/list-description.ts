import type { ListTitle } from '@/lib/articles/piece-list'
import { listTitle } from './list-title'

/** What a search engine shows below the link to a list. */
export const listDescription = (title: ListTitle, publication: string): string => {
  switch (title.kind) {
    case 'tag':
      return `Pieces about ${title.name} in ${publication}, newest first.`
    case 'author':
      return title.bio || `What ${title.name} has written for ${publication}, newest first.`
    case 'series':
      return `${title.name}: a series in ${publication}, from its first part on.`
    case 'period':
      return `Everything that ${publication} published in ${listTitle(title)}.`
  }
}
