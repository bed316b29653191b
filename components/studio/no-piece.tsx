import { ButtonLink } from '@/components/ui/button'
import type { DomainError } from '@/lib/kernel/domain-error'

const TITLES: Partial<Record<DomainError['code'], string>> = {
  forbidden: 'This piece is not yours to open',
  'not-found': 'There is no such piece',
}

/** An address of the studio that leads to no editor, and why. */
export function NoPiece({ error }: { error: DomainError }) {
  return (
    <main id="main" className="mx-auto grid max-w-sheet justify-items-start gap-3 px-4 py-8 sm:px-6">
      <h1 className="text-h2 font-bold">{TITLES[error.code] ?? 'This cannot be shown'}</h1>
      <p>{error.message}</p>
      <ButtonLink href="/studio">Go to your pieces</ButtonLink>
    </main>
  )
}
