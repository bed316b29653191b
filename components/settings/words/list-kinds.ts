import type { ListKind, WordList } from '@/lib/settings/word-lists'

export const KIND_WORDS: Readonly<Record<ListKind, { readonly label: string; readonly hint: string }>> = {
  banned: { label: 'Banned', hint: 'A comment with one of these goes to Spam.' },
  suspect: {
    label: 'Suspect',
    hint: 'A comment with one of these waits; its author is told that, but not which word it was.',
  },
}

export const listHref = (path: string, { kind, language }: Pick<WordList, 'kind' | 'language'>): string =>
  `${path}?${new URLSearchParams({ kind, language }).toString()}`
