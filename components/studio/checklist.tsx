import type { Check } from '@/lib/articles/check-document'
import type { FormAction } from '@/lib/http/define-action'
import { DescribePicture } from './describe-picture'
import { placeInText } from './place-in-text'

interface Props {
  readonly checks: readonly Check[]
  readonly articleId: string
  readonly version: number
  readonly describe: FormAction<{ version: number }>
}

/** What the checklist found, each mended right here or with the way to the very place. */
export function Checklist({ checks, articleId, version, describe }: Props) {
  if (checks.length === 0) return <p className="text-green">Nothing to object. The piece can go out.</p>
  return (
    <ul className="grid gap-3">
      {checks.map((found) => (
        <li
          key={`${found.check} ${found.where}`}
          className={`border-s-2 ps-3 wrap-anywhere ${found.weight === 'objects' ? 'border-red' : 'border-rule text-ink-2'}`}
        >
          {found.says} <a href={placeOf(found, articleId)}>{LEADS[found.check] ?? 'Go there'}</a>
          {found.check === 'alt' ? (
            <DescribePicture src={found.where} articleId={articleId} version={version} action={describe} />
          ) : null}
        </li>
      ))}
    </ul>
  )
}

const LEADS: Partial<Record<Check['check'], string>> = { excerpt: 'Write one', slug: 'Change it' }

/** Where the editor's fields are. */
const FIELDS: ReadonlySet<string> = new Set(['title', 'dek', 'kicker', 'slug'])

const placeOf = ({ check, where }: Check, articleId: string): string => {
  if (FIELDS.has(where)) return `/studio/${articleId}#${where}`
  return placeInText(articleId, check === 'tk' ? 'TK' : where)
}
