import type { DemoPiece } from '../demo-piece'

export const laMareeDeSaintPierre: DemoPiece = {
  key: 'saint-pierre',
  by: 'margaux',
  state: 'scheduled',
  daysAgo: 2,
  appears: { inDays: 4, time: '07:30', zone: 'America/Miquelon' },
  kicker: 'Lettre',
  title: 'À Saint-Pierre, le courrier attend la marée',
  dek: 'Un archipel français à vingt-cinq kilomètres de Terre-Neuve, et une factrice qui lit les vagues.',
  tags: 'Harbour, People',
  language: 'fr',
  direction: 'ltr',
  text: `Le sac postal pour Miquelon pèse, ce matin, quatre kilos et demi. Solenne Poirier le soupèse, regarde la passe, le repose. « On partira à dix heures. » La dépêche météo dit neuf heures ; mais la dépêche, précise-t-elle, n’a jamais été mouillée.

Entre les deux îles, le courant se retourne sans prévenir les horaires. Il y a bien un panneau sur le quai, avec des chiffres peints à la main. Quelqu’un y a ajouté, au crayon : *environ*.

## Ce qu’il y a dans le sac

- onze factures, dont trois pour la même personne ;
- un pneu de bicyclette, adressé comme une lettre ;
- une carte postale du Merrow, écrite par un lecteur de ce journal, que j’avais promis de voir arriver.

La carte est arrivée. Elle avait mis dix-neuf jours, et la dernière heure fut la plus longue.

> Une lettre en retard, c’est encore une lettre. Une lettre pressée, c’est déjà un avis.

À midi, la passe était plate comme une table que l’on vient de débarrasser. Solenne avait déjà fini sa tournée. Elle regardait l’eau, pour demain.
`,
}
