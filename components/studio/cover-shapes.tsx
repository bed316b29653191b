import { FocusPicture } from './writing/focus-picture'
import { focusPlace } from './writing/focus-place'

/** Where it stands in which shape. */
const CROPS = [
  { shape: '16 / 9', where: 'Front page, links' },
  { shape: '4 / 3', where: 'Lists' },
  { shape: '1 / 1', where: 'Small' },
] as const

/** The whole cover, to click on what must stay in sight, and what is left of it in each shape. */
export function CoverShapes({
  cover,
  focus,
  readOnly,
  onFocus,
}: {
  cover: string
  focus: string
  readOnly: boolean
  onFocus: (focus: string) => void
}) {
  return (
    <div className="cover-shapes">
      <figure>
        <FocusPicture src={cover} focus={focus} onFocus={(at) => readOnly || onFocus(at)} />
        <figcaption className="text-caption text-ink-3">
          {readOnly ? 'All of it' : 'Click on what must stay in sight'}
        </figcaption>
      </figure>
      {CROPS.map(({ shape, where }) => (
        <figure key={shape}>
          <img src={cover} alt="" style={{ aspectRatio: shape, objectPosition: focusPlace(focus) }} />
          <figcaption className="text-caption text-ink-3">{where}</figcaption>
        </figure>
      ))}
    </div>
  )
}
