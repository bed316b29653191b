/**
 * A dynamic segment as Next hands it on is still percent-encoded (16.4.5). Null for what no address of ours can be;
 * server/ refuses such addresses before Next is asked.
 */
export const decodeSegment = (segment: string): string | null => {
  try {
    return decodeURIComponent(segment).normalize('NFC')
  } catch {
    return null
  }
}
