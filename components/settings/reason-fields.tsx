import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { DIETS, REQUIRED, VEILED } from './comment-modes'
import type { SettingsFieldsProps } from './given-field'

/** What moderators say when they turn a comment away, and again and again. */
export function ReasonFields({ given }: SettingsFieldsProps) {
  const required = given('reasonRequired')
  const veiled = given('veilWords')
  const diet = given('mixedDiet')
  return (
    <div className="grid gap-4">
      <TextArea
        {...given('reasons')}
        rows={10}
        dir="auto"
        hint="One per line, a colon and what it means behind it. Authors are told the name; both stand on /guidelines."
      />
      <Select {...required} key={required.defaultValue} options={REQUIRED} />
      <Select {...veiled} key={`veil-${veiled.defaultValue}`} options={VEILED} />
      <Select {...diet} key={`diet-${diet.defaultValue}`} options={DIETS} />
      <TextArea
        {...given('savedReplies')}
        rows={10}
        dir="auto"
        hint="Each begins with a line “# its name”; the lines below it are what is said. {name} becomes the name of whoever is answered, {piece} the title of the piece."
      />
    </div>
  )
}
