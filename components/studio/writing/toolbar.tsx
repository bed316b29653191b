import { type KeyboardEvent, type RefObject, useState } from 'react'
import type { LookingAt } from './looking-at'
import { TOOLS, type Tool } from './tools'

/** A button that is no tool of the text: pictures, finding, the way to Markdown. */
export interface PageTool {
  readonly name: string
  readonly sign: string
  readonly keys?: string
  readonly isPressed?: boolean
  readonly run: () => void
}

interface Props {
  readonly look: LookingAt
  readonly bar: RefObject<HTMLDivElement | null>
  readonly pageTools: readonly PageTool[]
  readonly onTool: (tool: Tool) => void
  readonly onLeave: () => void
}

const ARROWS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/**
 * One stop for Tab, arrows inside (ARIA's toolbar). Escape leads back to the text. Buttons that mean nothing just now
 * stay in their places, and those of a table or a picture lie over the edge of the text: nothing moves under a hand.
 */
export function Toolbar({ look, bar, pageTools, onTool, onLeave }: Props) {
  const [stop, setStop] = useState(0)
  const groups = TOOLS.map((group) => group.filter(({ within }) => !within || look.within.includes(within)))
  const shown = groups.flat()
  const count = shown.length + pageTools.length
  const here = Math.min(stop, count - 1)

  const go = (index: number): void => {
    const next = (index + count) % count
    setStop(next)
    bar.current?.querySelectorAll('button')[next]?.focus()
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onLeave()
    else if (event.key === 'Home') go(0)
    else if (event.key === 'End') go(count - 1)
    else if (ARROWS[event.key] !== undefined) go(here + (ARROWS[event.key] ?? 0))
    else return
    event.preventDefault()
  }
  const facts = (index: number, name: string, keys: string | undefined) => ({
    type: 'button' as const,
    className: 'tool',
    tabIndex: index === here ? 0 : -1,
    'aria-label': name,
    title: keys ? `${name} (${keys.replaceAll('Control', 'Ctrl')})` : name,
    'aria-keyshortcuts': keys,
    onFocus: () => setStop(index),
    // The cursor stays in the text.
    onMouseDown: (event: { preventDefault(): void }) => event.preventDefault(),
  })

  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="Tools of the text"
      aria-controls="writing-text"
      className="tools"
      onKeyDown={onKey}
    >
      {groups.map((group, at) =>
        group.length === 0 ? null : (
          <div
            key={at}
            className={group.some(({ within }) => within) ? 'tool-group tools-of-place' : 'tool-group'}
          >
            {group.map((tool) => (
              <button
                key={tool.name}
                {...facts(shown.indexOf(tool), tool.name, tool.keys)}
                data-sign={tool.sign}
                aria-pressed={tool.isPressed?.(look)}
                aria-disabled={tool.isUseless?.(look) || undefined}
                onClick={() => onTool(tool)}
              >
                {tool.sign}
              </button>
            ))}
          </div>
        ),
      )}
      <div className="tool-group">
        {pageTools.map(({ name, sign, keys, isPressed, run }, index) => (
          <button
            key={name}
            {...facts(shown.length + index, name, keys)}
            aria-pressed={isPressed}
            onClick={run}
          >
            {sign}
          </button>
        ))}
      </div>
    </div>
  )
}
