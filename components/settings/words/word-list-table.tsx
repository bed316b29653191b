import type { WordList } from '@/lib/settings/word-lists'
import { KIND_WORDS, listHref } from './list-kinds'
import { languageName } from './language-name'

/** Which lists there are, how long they are, and the way to each. */
export function WordListTable({ lists }: { lists: readonly WordList[] }) {
  if (lists.length === 0) return <p className="text-ink-2">There is no list yet.</p>
  return (
    <table className="w-full text-start">
      <thead className="border-b border-edge text-caption text-ink-3">
        <tr>
          <th className="py-1 pe-4 text-start font-medium">List</th>
          <th className="py-1 pe-4 text-start font-medium">For pieces in</th>
          <th className="py-1 pe-4 text-end font-medium">Words</th>
          <th className="py-1 text-end font-medium">As text</th>
        </tr>
      </thead>
      <tbody>
        {lists.map((list) => (
          <tr key={`${list.kind} ${list.language}`} className="border-b border-rule align-baseline">
            <td className="py-2 pe-4">
              <a href={listHref('/settings/words', list)}>{KIND_WORDS[list.kind].label}</a>
            </td>
            <td className="py-2 pe-4">{languageName(list.language)}</td>
            <td className="py-2 pe-4 text-end tabular-nums">{list.words.length.toLocaleString('en')}</td>
            <td className="py-2 text-end">
              <a href={listHref('/settings/words/export', list)}>Export</a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
