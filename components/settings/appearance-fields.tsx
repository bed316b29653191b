import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { DENSITIES, FONTS } from './appearance-choices'
import type { SettingsFieldsProps } from './given-field'
import { LogoField } from './logo-field'

const LOGOS = [
  {
    field: 'logo',
    paper: 'light',
    hint: 'It stands in place of the name; the name is still read aloud.',
    none: 'the name.',
  },
  { field: 'logoDark', paper: 'dark', hint: 'For readers whose screen is dark.', none: 'the same picture.' },
] as const

/** How public pages look. A select takes a new default only when it is made anew: hence the keys. */
export function AppearanceFields({ given }: SettingsFieldsProps) {
  const [headlines, text, density] = [given('headlineFont'), given('textFont'), given('density')]
  return (
    <div className="grid gap-4">
      <Field
        {...given('accent')}
        spellCheck={false}
        autoComplete="off"
        placeholder="#2846a8"
        hint="Of links and the line at the top, as # and six signs. It must be readable as text. Empty: our blue."
      />
      <Field
        {...given('accentDark')}
        spellCheck={false}
        autoComplete="off"
        hint="For readers whose screen is dark. Empty: the accent colour, made lighter."
      />
      <Select {...headlines} key={`headlines ${headlines.defaultValue}`} options={FONTS} />
      <Select
        {...text}
        key={`text ${text.defaultValue}`}
        options={FONTS}
        hint="All of them come from your own server."
      />
      <Select {...density} key={`density ${density.defaultValue}`} options={DENSITIES} />
      {LOGOS.map(({ field, ...logo }) => (
        <LogoField key={`${field} ${given(field).defaultValue}`} given={given(field)} {...logo} />
      ))}
    </div>
  )
}
