/** The way back to what readers see. */
export function AccountHeader({ publication }: { publication: string }) {
  return (
    <header className="border-b border-rule">
      <div className="mx-auto max-w-sheet px-4 py-2 sm:px-6">
        <a href="/" className="inline-block py-1 font-bold no-underline hover:underline">
          <bdi>{publication}</bdi>
        </a>
      </div>
    </header>
  )
}
