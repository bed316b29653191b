import type { Check } from '@/lib/articles/check-document'

/** What the checklist found, each with the way to where it is mended. */
export function Checklist({ checks, articleId }: { checks: readonly Check[]; articleId: string }) {
  if (checks.length === 0) return <p className="text-green">Nothing to object. The piece can go out.</p>
  return (
    <ul className="grid gap-2">
      {checks.map(({ check, weight, where, says }) => (
        <li
          key={`${check} ${where}`}
          className={`border-s-2 ps-3 wrap-anywhere ${weight === 'objects' ? 'border-red' : 'border-rule text-ink-2'}`}
        >
          {says} <a href={`/studio/${articleId}#${FIELDS[where] ?? 'text'}`}>Mend it</a>
        </li>
      ))}
    </ul>
  )
}

/** Where the editor's fields are. */
const FIELDS: Readonly<Record<string, string>> = {
  title: 'title',
  dek: 'dek',
  kicker: 'kicker',
  slug: 'slug',
}
