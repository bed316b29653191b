import type { AddressFacts } from './address-facts'
import { Field } from '@/components/ui/field'
import { PIECE_LABELS, type PieceField, type PieceValues } from './piece-values'
import { ListingFields } from './listing-fields'
import { CoverFields } from './cover-fields'
import { PieceTiesFields } from './piece-ties-fields'
import { SheetLine } from './sheet-line'
import { TextField, type Writing } from './writing/text-field'

export interface PieceFieldsProps {
  readonly values: PieceValues
  /** As they stand in the fields now; left out where nothing runs that could know. */
  readonly typed?: PieceValues
  readonly errors: Readonly<Partial<Record<string, string>>>
  /** In the trash: to be read, and posted with "Restore". */
  readonly readOnly?: boolean
  readonly writing?: Writing
  readonly address?: AddressFacts
}

/** The sheet of paper: section, title, standfirst, text; below it what only the desk needs to know. */
export function PieceFields({ values, typed, errors, readOnly = false, writing, address }: PieceFieldsProps) {
  const facts = (name: PieceField) => ({
    name,
    label: PIECE_LABELS[name],
    error: errors[name],
    defaultValue: values[name],
    readOnly,
    autoComplete: 'off',
  })
  const { language } = values
  return (
    <div className="sheet">
      <SheetLine {...facts('title')} lang={language} className="sheet-title" />
      <SheetLine {...facts('dek')} lang={language} className="sheet-dek" />
      <TextField
        values={values}
        label={PIECE_LABELS.text}
        error={errors.text}
        readOnly={readOnly}
        writing={writing}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field {...facts('kicker')} dir="auto" hint="One or two words over the title." />
        <Field {...facts('language')} hint="For example en, de-AT or ar." spellCheck={false} />
        <div className="sm:col-span-2">
          <Field
            {...facts('tags')}
            dir="auto"
            hint="What it is about, with commas between: boats, weather. Ten at most."
          />
        </div>
        <CoverFields facts={facts} typed={typed} />
        <PieceTiesFields facts={facts} />
        <div className="sm:col-span-2">
          <Field
            {...facts('slug')}
            dir="auto"
            spellCheck={false}
            readOnly={readOnly || address?.readOnly}
            hint={address?.hint}
          />
        </div>
      </div>
      <ListingFields given={facts} values={typed ?? values} errors={errors} below={address?.below} />
    </div>
  )
}
