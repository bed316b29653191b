import { Notice } from '@/components/ui/notice'
import type { SelectOption } from '@/components/ui/select'
import type { TypedValues } from '@/lib/http/form-state'
import { DENSITIES, FONTS } from './appearance-choices'
import { AKISMET, COMMENT_MODES, DIETS, LEARNER, REQUIRED, SNIPPET_CHOICES, VEILED } from './comment-modes'
import { SETTINGS_LABELS, type SettingsValues } from './settings-values'

/** Fields whose value is not what people read. */
const CHOICES: Readonly<Partial<Record<string, readonly SelectOption[]>>> = {
  commentMode: COMMENT_MODES,
  nosnippet: SNIPPET_CHOICES,
  reasonRequired: REQUIRED,
  veilWords: VEILED,
  mixedDiet: DIETS,
  akismet: AKISMET,
  learner: LEARNER,
  headlineFont: FONTS,
  textFont: FONTS,
  density: DENSITIES,
}

const shown = (field: string, value: string): string => {
  if (value === '') return 'nothing'
  return CHOICES[field]?.find((choice) => choice.value === value)?.label ?? value
}

/** Somebody was faster: what they stored, wherever it differs from what was typed here. */
export function SettingsConflict({
  theirs,
  typed,
  sent,
}: {
  theirs: SettingsValues
  typed: SettingsValues
  /** The fields this page sends; what was changed on another page stays as it is. */
  sent: TypedValues
}) {
  const fields = Object.keys(SETTINGS_LABELS) as (keyof SettingsValues)[]
  const changed = fields.filter((field) => Object.hasOwn(sent, field) && theirs[field] !== typed[field])
  return (
    <Notice kind="error" title="Somebody else saved the settings in the meantime">
      <p>What you typed is still here, and not saved yet. Saving again replaces theirs.</p>
      {changed.length > 0 ? (
        <dl className="mt-2 grid gap-x-4 gap-y-1 sm:grid-cols-[max-content_minmax(0,1fr)]">
          {changed.map((field) => (
            <div key={field} className="contents">
              <dt className="font-semibold">{SETTINGS_LABELS[field]}</dt>
              <dd className="max-h-40 overflow-y-auto break-words whitespace-pre-line text-ink-2">
                <bdi>{shown(field, theirs[field])}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </Notice>
  )
}
