import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { zoneNames } from '@/components/ui/zone-names'
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
      <Select
        {...given('timeZone')}
        key={given('timeZone').defaultValue}
        options={zoneNames(given('timeZone').defaultValue).map((value) => ({ value, label: value }))}
        hint="Schedules in the studio are shown by these clocks."
      />
      <Field
        {...given('languages')}
        spellCheck={false}
        hint="Language tags with commas between, such as en, de-AT. New pieces begin with the first."
      />
      <TextArea
        {...given('profiles')}
        rows={2}
        className="min-h-[4.5em]"
        hint="Addresses of this publication in other places, one per line. Those places can then see that the page is yours."
      />
      <Field
        {...given('webSubHub')}
        spellCheck={false}
        hint="Address of a WebSub hub, told whenever the feeds change. Empty: nobody is told."
      />
      <Field
        {...given('indexNowKey')}
        spellCheck={false}
        hint="8 to 128 letters or numbers of your choice. With one, search engines that take IndexNow are told of every change. Empty: they are not."
      />
    </div>
  )
}
