import { canonicalText, codePoints } from '../kernel/canonical-text'
import { LISTING_FIELDS, LISTING_MOST, type Listing, type ListingField } from './listing'

/** What was typed for elsewhere, canonical, with a sentence for every field that cannot stay so. */
export const composeListing = (
  typed: Partial<Listing>,
  before: Listing,
): { readonly value: Listing; readonly problems: Readonly<Record<ListingField, string | null>> } => {
  const entries = LISTING_FIELDS.map((field) => {
    const text = canonicalText(typed[field] ?? before[field], { singleLine: true })
    const most = LISTING_MOST[field]
    return {
      ...{ field, text },
      problem: codePoints(text) > most ? `Please shorten this to ${most} characters.` : null,
    }
  })
  return {
    value: Object.fromEntries(entries.map(({ field, text }) => [field, text])) as unknown as Listing,
    problems: Object.fromEntries(entries.map(({ field, problem }) => [field, problem])) as Record<
      ListingField,
      string | null
    >,
  }
}
