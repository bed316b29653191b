'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE, type Refused } from '@/lib/http/form-state'
import { LIST_KINDS, type WordList } from '@/lib/settings/word-lists'
import { KIND_WORDS } from './list-kinds'

const HOW = [
  { value: 'replace', label: 'The list becomes what is given here' },
  { value: 'add', label: 'What is given here is added to the list' },
]

const versionIn = (refused: Refused): number | null => {
  const version = refused.error.details?.version
  return typeof version === 'number' ? version : null
}

/** One list to read, change, paste into and empty. Sent as multipart: the usual encoding triples what is not Latin. */
export function WordListForm({
  action,
  list,
  version,
  saved,
  refused,
}: {
  action: FormAction<{ readonly count: number }>
  list: WordList
  version: number
  /** How many words it has since the request before this one; null when nothing was saved. */
  saved: number | null
  refused: Refused | null
}) {
  const [state, send, sending] = useActionState(action, refused ?? IDLE)
  const refusal = state.kind === 'refused' ? state : null
  const typed = (name: string, stored: string): string => refusal?.values[name] ?? stored
  const given = (name: string, label: string, stored: string) => ({
    ...{ name, label, defaultValue: typed(name, stored), error: refusal?.error.fields?.[name] },
  })
  const [kind, how] = [given('kind', 'List', list.kind), given('how', 'When saved', 'replace')]
  return (
    <form action={send} encType="multipart/form-data" className="grid gap-6">
      {refusal ? (
        <Notice kind="error">
          <p>{refusal.error.message}</p>
        </Notice>
      ) : null}
      {saved !== null && !refusal ? (
        <Notice kind="success">
          <p>{saved === 0 ? 'The list is gone.' : `Saved: ${saved.toLocaleString('en')} on the list now.`}</p>
        </Notice>
      ) : null}
      <input type="hidden" name="version" value={(refusal && versionIn(refusal)) ?? version} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          {...kind}
          key={kind.defaultValue}
          options={LIST_KINDS.map((value) => ({ value, label: KIND_WORDS[value].label }))}
          hint={KIND_WORDS[list.kind].hint}
        />
        <Field
          {...given('language', 'Language', list.language)}
          className="max-w-28"
          spellCheck={false}
          autoCapitalize="none"
          hint="For pieces in that language, for example de. Empty for every language."
        />
      </div>
      <TextArea
        {...given('words', 'Words and phrases', list.words.join('\n'))}
        rows={14}
        dir="auto"
        spellCheck={false}
        hint="One per line; up to 60,000. Lines that begin with # are left out. Whole words count, in whatever costume: v1agra, v i a g r a, ｖｉａｇｒａ."
      />
      <Field
        label="From a text file"
        name="file"
        type="file"
        accept="text/plain,text/csv,.txt,.csv,.list"
        hint="One word or phrase per line, up to 2 MB. They come to those above."
      />
      <Select {...how} key={`how ${how.defaultValue}`} options={HOW} />
      <Button kind="primary" className="justify-self-start" aria-disabled={sending}>
        Save list
      </Button>
    </form>
  )
}
