/** Where the address of a picture is found, beside the form that asks for it. */
export const MediaLibraryLink = () => (
  <p>
    <a href="/studio/media" target="_blank" rel="noopener">
      Media library (opens beside this page)
    </a>
  </p>
)
