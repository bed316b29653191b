import type { Metadata } from 'next'
import { SettingsSheet } from '@/components/settings/settings-sheet'
import { WordListForm } from '@/components/settings/words/word-list-form'
import { WordListTable } from '@/components/settings/words/word-list-table'
import { openPage } from '@/lib/http/open-page'
import { refusedPost } from '@/lib/http/refused-post'
import { LIST_KINDS } from '@/lib/settings/word-lists'
import { saveWordListAction } from './words-action'

export const metadata: Metadata = { title: 'Words, settings' }

export default openPage('manage.settings', async ({ stet, actor, query }) => {
  const found = await stet.settings.words(actor)
  if (!found.ok) return <SettingsSheet current="words">{found.error.message}</SettingsSheet>
  const { lists, version } = found.value
  const kind = LIST_KINDS.find((known) => known === query('kind')) ?? 'banned'
  const language = /^[a-z]{2,3}$/.exec(query('language') ?? '')?.[0] ?? ''
  const list = lists.find((known) => known.kind === kind && known.language === language)
  const saved = /^\d{1,6}$/.exec(query('saved') ?? '')?.[0]
  return (
    <SettingsSheet current="words">
      <WordListTable lists={lists} />
      <WordListForm
        key={`${kind} ${language} ${version}`}
        action={saveWordListAction}
        list={list ?? { kind, language, words: [] }}
        version={version}
        saved={saved === undefined ? null : Number(saved)}
        refused={refusedPost()}
      />
    </SettingsSheet>
  )
})
