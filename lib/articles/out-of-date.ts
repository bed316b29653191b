export const OUT_OF_DATE =
  'Somebody else changed this piece in the meantime. Reload the page to see what it is now, then try again.'
