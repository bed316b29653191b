'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { ConflictView } from '@/lib/articles/open-conflict'
import type { Saved } from '@/lib/articles/save-article'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE } from '@/lib/http/form-state'
import { PIECE_LABELS } from './piece-values'

interface Place {
  readonly name: string
  readonly label: string
  readonly mine: string
  readonly theirs: string
}

/** One open place: both texts side by side, and which of them goes on. */
function OpenPlace({ name, label, mine, theirs, names, both }: Place & { names: Names; both: boolean }) {
  const choices = [
    { value: 'theirs', text: theirs, who: names.first },
    { value: 'mine', text: mine, who: names.second },
  ] as const
  return (
    <fieldset className="border-s-2 border-dashed border-blue ps-3">
      <legend className="text-caption text-ink-3">{label}</legend>
      <div className="grid gap-4 md:grid-cols-2">
        {choices.map(({ value, text, who }) => (
          <label key={value} className="grid content-start gap-1">
            <span className="flex items-baseline gap-2 font-semibold">
              <input type="radio" name={name} value={value} defaultChecked={value === 'theirs'} />
              <bdi>{who}</bdi>
            </span>
            <span dir="auto" className="whitespace-pre-wrap wrap-anywhere">
              {text === '' ? <em className="text-ink-3">nothing</em> : text}
            </span>
          </label>
        ))}
      </div>
      {both ? (
        <label className="mt-2 flex items-baseline gap-2">
          <input type="radio" name={name} value="both" /> Both, one after the other
        </label>
      ) : null}
    </fieldset>
  )
}

type Names = Pick<ConflictView, 'first' | 'second'>

/** Two people saved at once. What is clear is merged already; the rest is chosen here. */
export function ConflictPage({ conflict, settle }: { conflict: ConflictView; settle: FormAction<Saved> }) {
  const [state, send] = useActionState(settle, IDLE)
  const { articleId, version, revisionId, lines, chunks } = conflict
  return (
    <form action={send} className="grid gap-6">
      {state.kind === 'refused' ? (
        <Notice kind="error" title="This was not done">
          <p>{state.error.message}</p>
        </Notice>
      ) : null}
      <p className="max-w-[60ch]">
        <bdi>{conflict.first}</bdi>{' '}
        {conflict.byOne ? (
          'changed the same places twice.'
        ) : (
          <>
            and <bdi>{conflict.second}</bdi> changed the same places.
          </>
        )}{' '}
        Both texts are kept among the revisions. Choose what goes on; until then the piece cannot be
        published.
      </p>
      <input type="hidden" name="articleId" value={articleId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="revisionId" value={revisionId} />
      {lines.map(({ name, ...texts }) => (
        <OpenPlace
          key={name}
          name={`line-${name}`}
          label={PIECE_LABELS[name]}
          names={conflict}
          both={false}
          {...texts}
        />
      ))}
      {chunks.map((chunk, index) =>
        chunk.kind === 'settled' ? (
          <div key={index} dir="auto" className="whitespace-pre-wrap wrap-anywhere text-ink-2">
            {chunk.text}
          </div>
        ) : (
          <OpenPlace
            key={index}
            {...chunk}
            label="Text"
            names={conflict}
            both={chunk.mine !== '' && chunk.theirs !== ''}
          />
        ),
      )}
      <Button kind="primary" className="justify-self-start">
        Settle it
      </Button>
    </form>
  )
}
