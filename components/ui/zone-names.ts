/** Zones of the IANA database the platform knows, with UTC, which is none of them. */
export const zoneNames = (chosen: string): readonly string[] => {
  const known = Intl.supportedValuesOf('timeZone')
  return [...new Set(['UTC', chosen, ...known])]
}
