import type { DemoPiece } from '../demo-piece'

export const wasDerDeichWeiss: DemoPiece = {
  key: 'deich',
  by: 'friederike',
  state: 'published',
  daysAgo: 29,
  kicker: 'Reportage',
  title: 'Was der Deich weiß',
  dek: 'Zweimal im Jahr geht eine Kommission in Gummistiefeln 23 Kilometer über Gras. Sie sucht nach Mauselöchern.',
  tags: 'Dykes, Work, Measuring',
  language: 'de',
  direction: 'ltr',
  text: `Um kurz nach sieben stehen vierzehn Leute auf dem Deich bei Hollersiel und sehen auf den Boden. Es regnet nicht, was alle erwähnen. Dann geht es los: im Gänsemarsch, die eine Hälfte auf der Seeseite, die andere auf der Landseite, und obendrauf, auf der Krone, Deichrichter Enno Tjarks mit einer Haselrute.

Die Deichschau ist keine Folklore. Sie steht im Gesetz. Im Frühjahr wird geprüft, was der Winter angerichtet hat, und im Herbst, ob der nächste kommen darf.

»Die meisten denken, ein Deich bricht, weil die Welle zu hoch ist«, sagt Tjarks. »Ein Deich bricht, weil im Sommer keiner hingeguckt hat.«

## Was man sucht

Man sucht Löcher. Das Kaninchen ist schlimm, der Maulwurf ist schlimmer, und am schlimmsten ist die Wühlmaus, denn sie gräbt lange Gänge und prahlt nicht damit. Man sucht außerdem:

- kahle Stellen, an denen das Schaf zu gern gestanden hat,
- Disteln, weil unter ihnen kein Gras wächst,
- Treibgut, das die Narbe erstickt,
- Spuren von Leuten, die eine Abkürzung kannten.

Tjarks sticht mit der Rute in den Boden, alle paar Schritte, ohne anzuhalten. Wo sie leicht hineingeht, bleibt er stehen, und die ganze Reihe bleibt mit ihm stehen. Dann kommt ein kleiner Pflock mit einem roten Band in die Erde. Am Ende des Tages werden es einunddreißig sein.

## Das Schaf als Werkzeug

Der Deich wird von neunhundert Schafen gepflegt. Sie halten das Gras kurz und treten es fest, und zwar besser als jede Maschine: Eine Walze drückt nur, das Schaf drückt und geht weiter. »Goldener Tritt« heißt das hier, und es ist eines der wenigen Wörter, bei denen Tjarks ein bisschen feierlich wird.

> Kein Deich ohne Schaf, kein Land ohne Deich, kein Kuchen ohne Land.

So steht es auf einem Schild am Gemeindehaus, in dem es um halb vier den Kuchen gibt.

## Die Rechnung

Der Deich ist acht Meter achtzig hoch. Er war einmal drei Meter hoch, dann fünf, dann sieben; nach jeder Flut, die darüber ging, hat man ihm das Fehlende daraufgelegt, und noch ein wenig aus Angst. Man kann das sehen, wenn man ihn aufschneidet: Lagen wie in einem Baum, nur dass jede Lage ein Unglück ist.

Bis zum Ende des Jahrhunderts braucht er noch einen Meter. Vielleicht zwei. Die jungen Leute in der Kommission haben dazu Tabellen. Die alten sagen nichts und sehen sich die Landseite an, wo der Fuß breiter werden müsste, und wo das Haus von Tjarks steht.

»Ja«, sagt er, als ich frage. »Das weiß ich.«

## Halb vier

Es gibt Butterkuchen. Das Protokoll wird verlesen: einunddreißig Stellen, davon vier dringend, Frist bis zum ersten Oktober. Alle unterschreiben. Dann erzählt jemand, wie im vorigen Herbst ein Urlauber fragte, ob man von hier oben das Meer sehen könne, und Enno Tjarks ihm antwortete: »Das ist es, was wir verhindern.«
`,
}
