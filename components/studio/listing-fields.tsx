import { Field } from '@/components/ui/field'
import type { PieceFieldsProps } from './piece-fields'
import { ListingPreview } from './listing-preview'
import type { PieceField } from './piece-values'

const LISTING_FIELDS = [
  'excerpt',
  'searchTitle',
  'searchDescription',
  'socialTitle',
  'socialDescription',
] as const satisfies readonly PieceField[]

const HINTS: Readonly<Partial<Record<PieceField, string>>> = {
  excerpt: 'For lists and feeds. Left empty, they show the standfirst.',
  searchTitle: 'Left empty: the title.',
  searchDescription: 'Left empty: the excerpt or the standfirst.',
  socialTitle: 'Left empty: the title for search engines.',
  socialDescription: 'Left empty: the description for search engines.',
}

type FieldFacts = Readonly<{
  name: PieceField
  label: string
  error: string | undefined
  defaultValue: string
  readOnly: boolean
  autoComplete: string
}>

/** How the piece is told of elsewhere. Folded away: most pieces need none of it. */
export function ListingFields({
  given,
  values,
  errors,
  below,
}: Pick<PieceFieldsProps, 'values' | 'errors'> & {
  given: (name: PieceField) => FieldFacts
  below: string | undefined
}) {
  const needed = LISTING_FIELDS.some((field) => errors[field] !== undefined)
  return (
    <details className="mt-2 border-t border-rule pt-3" open={needed}>
      <summary className="cursor-pointer py-1 font-semibold">Search and sharing</summary>
      <div className="mt-3 grid gap-4">
        {LISTING_FIELDS.map((field) => (
          <Field key={field} {...given(field)} dir="auto" hint={HINTS[field]} />
        ))}
        <ListingPreview values={values} below={below} />
      </div>
    </details>
  )
}
