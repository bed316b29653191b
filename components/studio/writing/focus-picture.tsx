import type { MouseEvent } from 'react'
import { focusSpot } from './focus-place'

const percent = (part: number, whole: number): number =>
  Math.round(Math.min(1, Math.max(0, part / whole)) * 100)

/** Where a picture was clicked: percent from its left and its top. */
const clickedAt = ({ clientX, clientY, currentTarget }: MouseEvent<HTMLElement>): string => {
  const { left, top, width, height } = currentTarget.getBoundingClientRect()
  return `${percent(clientX - left, width)} ${percent(clientY - top, height)}`
}

/** A picture to click on what must stay in sight. The field of numbers says the same, for who uses no mouse. */
export function FocusPicture({
  src,
  focus,
  onFocus,
}: {
  src: string
  focus: string
  onFocus: (focus: string) => void
}) {
  const spot = focusSpot(focus)
  return (
    <div className="focus-picture">
      <img src={src} alt="" className="ask-picture" onClick={(event) => onFocus(clickedAt(event))} />
      {spot ? <span className="focus-spot" style={spot} /> : null}
    </div>
  )
}
