import type { RefObject } from 'react'

/** The browser's own dialog for a file of Markdown; a tool opens it. */
export function MarkdownInput({
  input,
  onFile,
}: {
  input: RefObject<HTMLInputElement | null>
  onFile: (file: File) => void
}) {
  return (
    <input
      ref={input}
      type="file"
      hidden
      accept=".md,.markdown,.txt,text/markdown,text/plain"
      aria-hidden
      tabIndex={-1}
      onChange={({ target }) => {
        const file = target.files?.[0]
        // The same file may be chosen again.
        target.value = ''
        if (file) onFile(file)
      }}
    />
  )
}
