/** The form that the boxes of all rows belong to. */
export const BULK_FORM = 'bulk'
