import type { Measured } from './load'

/** One line of the bench: what Stet does, and what a yardstick did in the same run. */
export interface Line {
  readonly name: string
  readonly measured: Measured
  readonly yardsticks: Readonly<Partial<Record<'node:http' | 'raw SQL', Measured>>>
}

const number = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 })
const milliseconds = (value: number | null): string => (value === null ? '' : number(value))

/** Stet's share of what the yardstick does in the same time: 1 is as fast. */
const ratio = (line: Line, yardstick: keyof Line['yardsticks']): number | null => {
  const other = line.yardsticks[yardstick]
  return other ? line.measured.perSecond / other.perSecond : null
}

const share = (line: Line, yardstick: keyof Line['yardsticks']): string => {
  const [other, part] = [line.yardsticks[yardstick], ratio(line, yardstick)]
  return other && part !== null ? `${part.toFixed(3)} of ${number(other.perSecond)}` : ''
}

/** Plain columns for the terminal. */
export const printTable = (lines: readonly Line[]): string => {
  const rows = [
    ['', 'per second', 'p50 ms', 'p99 ms', 'of node:http /s', 'its p99 ms', 'of raw SQL /s'],
    ...lines.map((line) => [
      line.name,
      number(line.measured.perSecond),
      milliseconds(line.measured.p50),
      milliseconds(line.measured.p99),
      share(line, 'node:http'),
      milliseconds(line.yardsticks['node:http']?.p99 ?? null),
      share(line, 'raw SQL'),
    ]),
  ]
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** The same for machines: numbers only, names as keys. */
export const toJson = (lines: readonly Line[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    lines.map((line) => [
      line.name,
      {
        perSecond: line.measured.perSecond,
        p50: line.measured.p50,
        p99: line.measured.p99,
        ofNodeHttp: ratio(line, 'node:http'),
        p99OfNodeHttp: line.yardsticks['node:http']?.p99 ?? null,
        ofRawSql: ratio(line, 'raw SQL'),
      },
    ]),
  )
