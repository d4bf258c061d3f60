import {defineRule} from "../../lib/rule.js";

export default defineRule({
  id: "amount-times-hundred",
  severity: "warning",
  table: "contract",
  field: "amount_declared_eur",
  of: "amounts",
  name: "Montant sans doute multiplié par cent",
  looksAt:
    "Relatif aux autres données lues. Soit un autre fichier tranche : les deux ont des contrats en commun, dont au moins trois, et plus de la moitié, valent exactement cent fois moins dans l’autre. Soit tout un fichier : parmi au moins 30 montants aucun n’a de centimes, et la moitié dépasse de plus de dix fois la médiane de ses pairs (même division CPV, dans les fichiers qui ont des centimes) ; tous ses montants sont alors signalés. Soit un montant seul : sans centimes, au-delà de 99 % de ses pairs et de plus de quatre écarts, et de plus de 31,6 fois leur médiane : divisé par cent, il en est plus proche ; ce n’est alors qu’un doute. Sans autres fichiers, rien n’est signalé.",
  repairs:
    "Où un autre fichier tranche, son montant est retenu. Sinon une proposition, le montant divisé par cent : le montant retenu ne change pas, parce que quelques montants de ces fichiers n’ont pas perdu leurs décimales.",
  reference:
    "Mesure sur les marchés de la Région Bretagne de 2019 : « 40 000,00 » est devenu 4000000 lors du passage du CSV au XML.",
  example: {declared: "25000000.00", repaired: "250000.00"}
});
