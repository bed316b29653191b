import type { DemoPiece } from '../demo-piece'

export const leclusierDeNuit: DemoPiece = {
  key: 'ecluse',
  by: 'margaux',
  state: 'published',
  daysAgo: 66,
  kicker: 'Portrait',
  title: 'Le dernier éclusier de nuit',
  dek: 'De vingt-deux heures à six heures, Armand Jolivet ouvre des portes à des gens qui dorment.',
  tags: 'Canals, People, Work',
  language: 'fr',
  direction: 'ltr',
  text: `La péniche s’annonce d’abord par le silence : les grenouilles se taisent. Puis vient un battement, très bas, qu’on sent dans les planches avant de l’entendre. Armand Jolivet repose sa tasse, regarde l’horloge, dit : « C’est la *Marie-Louise*, elle est chargée. » Il est deux heures dix. On ne voit encore rien.

Ils étaient quarante, sur ce canal, à veiller la nuit. Il reste lui. Les autres écluses obéissent à un boîtier que les mariniers portent sur eux ; celle-ci aurait dû s’y mettre il y a trois ans, mais la porte amont est ancienne, elle ferme mal, et il faut, au dernier moment, la pousser de l’épaule. Aucun budget n’a encore prévu d’épaule.

## Le métier

« On croit que j’attends, dit-il. Je n’attends pas, je prépare. » À minuit, il fait le tour. Il met la main sur le bois, ôte les branches, écoute les vannes. S’il pleut en amont, il le sait avant le bulletin : l’eau change d’odeur, « comme une pièce où quelqu’un est entré ».

Dans un cahier d’écolier, il note tout :

1. l’heure, le nom du bateau, le sens ;
2. le niveau, au centimètre ;
3. le temps qu’il fait ;
4. et, dans la marge, ce qui n’entre pas dans les colonnes.

La marge est la partie la plus longue. *Deux renards sur la passerelle. Le pilote de l’Aurore a une fille. Personne. Personne. Étoile filante, grosse.*

## Ceux qui passent

La nuit, on se parle autrement. Les mariniers, d’en bas, dans leur cabine éclairée, lui racontent ce qu’ils ne disent pas sur les quais. Il répond peu. Il tourne la manivelle. Un bateau met onze minutes à monter de trois mètres, et c’est, dit-il, exactement la durée d’un aveu.

> Je suis le seul confesseur qui travaille avec de l’eau sale.

Il ne répète rien. Je l’ai interrogé deux nuits durant ; je n’ai obtenu que des noms de bateaux.

## Au printemps

La porte sera remplacée au printemps. Elle est déjà fondue, dans une usine de l’Est, « très belle, paraît-il ». Le boîtier viendra avec. On lui a proposé un poste de jour, dans un bureau, devant douze écrans : il verrait d’un coup d’œil toutes les écluses du canal.

A-t-il accepté ? Il pousse la porte de l’épaule. Elle ferme.

« Douze, dit-il, ça fait beaucoup de portes pour quelqu’un qui n’aura pas le droit d’y toucher. »

La *Marie-Louise* s’en va. On entend d’abord le moteur, puis seulement l’eau, puis, l’une après l’autre, les grenouilles qui reprennent la conversation où elles l’avaient laissée.
`,
}
