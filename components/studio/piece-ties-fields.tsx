import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-area'
import type { PieceField } from './piece-values'

interface Facts {
  readonly name: string
  readonly label: string
  readonly error: string | undefined
  readonly defaultValue: string
  readonly readOnly: boolean
}

export type PieceFieldFacts = (name: PieceField) => Facts

/** What a piece belongs to, and what readers are told about it after it came out. */
export function PieceTiesFields({ facts }: { facts: PieceFieldFacts }) {
  return (
    <>
      <div className="sm:col-span-2">
        <Field
          {...facts('series')}
          dir="auto"
          hint="The name that all its parts share. Empty for a piece alone."
        />
      </div>
      <div className="sm:col-span-2">
        <TextArea
          {...facts('notes')}
          rows={3}
          className="min-h-[5em]"
          dir="auto"
          hint="One a line, shown below the text with today’s date: “Correction: The bridge is 40 m long.” or “Update: …”."
        />
      </div>
      <Field
        {...facts('translationOf')}
        spellCheck={false}
        hint="Address of the original, if this is a piece of ours in another language."
      />
      <Field
        {...facts('canonicalUrl')}
        spellCheck={false}
        hint="Whole address, if it stood elsewhere first. Search engines are sent there."
      />
    </>
  )
}
