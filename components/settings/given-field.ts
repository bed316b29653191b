import type { SettingsValues } from './settings-values'

/** What a field of the settings is made of: name, label, what it holds and what is wrong with it. */
export interface GivenField {
  readonly name: keyof SettingsValues
  readonly label: string
  readonly defaultValue: string
  readonly error: string | undefined
}

export interface SettingsFieldsProps {
  readonly given: (name: keyof SettingsValues) => GivenField
}
