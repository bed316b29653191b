import type { PersonLineView } from '@/lib/moderation/person-view'
import { roleName } from '../account/role-name'
import { Badge } from '../ui/badge'
import { Time } from '../ui/time'
import { TRUST_TONES, TRUST_WORDS, nameOf, recordWords } from './people-words'

/** Who they are: their part in the house, or how far their record goes. */
export function Standing({ person }: { person: Pick<PersonLineView, 'role' | 'trust'> }) {
  const { role, trust } = person
  if (role !== null && role !== 'member') return <Badge tone="blue">{roleName(role)}</Badge>
  return <Badge tone={TRUST_TONES[trust]}>{TRUST_WORDS[trust]}</Badge>
}

/** Somebody in a list: name, how far they are trusted, what became of their comments, when they were seen. */
export function PersonLine({ person, now }: { person: PersonLineView; now: string }) {
  const { path, name, role, record, lastAt, since } = person
  return (
    <li className="grid gap-0.5 border-b border-rule py-2">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <a href={path} className="font-semibold wrap-anywhere">
          <bdi>{nameOf(name)}</bdi>
        </a>
        <Standing person={person} />
        {role === null ? <span className="text-caption text-ink-3">guest</span> : null}
      </p>
      <p className="text-caption text-ink-3">
        {recordWords({ ...record })}
        {' · '}
        {lastAt === null ? 'here since' : 'last seen'} <Time at={lastAt ?? since} as="relative" now={now} />
      </p>
    </li>
  )
}
