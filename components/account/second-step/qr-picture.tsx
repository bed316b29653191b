/** A picture for an app to read, dark on light in every palette: readers of such pictures want it so. */
export function QrPicture({ rows }: { rows: readonly string[] }) {
  const size = rows.length
  const dark = rows
    .flatMap((row, y) => [...row].map((cell, x) => (cell === '1' ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')
  return (
    <svg
      role="img"
      aria-label="Picture for the app"
      viewBox={`0 0 ${size} ${size}`}
      className="w-56 max-w-full"
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={dark} fill="#000" />
    </svg>
  )
}
