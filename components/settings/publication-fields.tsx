import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-area'
import type { SettingsFieldsProps } from './given-field'

/** Who publishes here. */
export function PublicationFields({ given }: SettingsFieldsProps) {
  return (
    <div className="grid gap-4">
      <Field {...given('name')} required />
      <TextArea
        {...given('description')}
        rows={2}
        className="min-h-[4.5em]"
        hint="One or two sentences, for feeds and search engines."
      />
      <TextArea
        {...given('profiles')}
        rows={2}
        className="min-h-[4.5em]"
        hint="Addresses of this publication in other places, one per line. Those places can then see that the page is yours."
      />
    </div>
  )
}
