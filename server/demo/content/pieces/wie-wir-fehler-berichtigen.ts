import type { DemoPiece } from '../demo-piece'

/** “How we correct mistakes”, for readers on the other shore. */
export const wieWirFehlerBerichtigen: DemoPiece = {
  key: 'berichtigen',
  by: 'friederike',
  state: 'published',
  daysAgo: 84,
  kicker: 'Aus der Redaktion',
  title: 'Wie wir Fehler berichtigen',
  dek: 'Offen, mit Datum, und ohne sie kleiner zu machen, als sie waren.',
  tags: 'About us',
  translationOf: '/articles/how-we-correct-mistakes',
  language: 'de',
  direction: 'ltr',
  text: `Wir machen Fehler. Wenn es so weit ist:

- **Ein Versehen**, das nichts an dem ändert, was Sie verstanden hätten (ein Buchstabe, ein Komma), wird einfach behoben.
- **Eine Tatsache** wird im Text berichtigt, und eine Anmerkung am Ende sagt, was vorher dort stand und wann wir es geändert haben.
- **Ein Beitrag, der nicht hätte erscheinen dürfen**, wird zurückgezogen, und seine Adresse sagt das auch.

Wenn ein Kommentar von Ihnen auf den Fehler hinweist, lassen wir ihn stehen. Er hatte recht.

Sie müssen nicht sicher sein. Schreiben Sie uns, was Ihnen seltsam vorkommt; das Nachschlagen ist unsere Arbeit.
`,
}
