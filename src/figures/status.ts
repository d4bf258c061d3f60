const words: Readonly<Record<string, string>> = {
  publie: "publié",
  publie_via_presse: "publié, lu dans la presse",
  publie_arrondi: "publié, arrondi",
  declare: "déclaré",
  projection: "projection",
  declaration_elu: "dit par un élu",
  estime_presse: "estimé par la presse",
  a_verifier: "à vérifier"
};

/** The status of a climate figure in words; an unknown one as it is. */
export function statusInWords(status: string): string {
  return words[status] ?? status;
}
