/** Why an XML document cannot be read. `problem` is French: what was expected and what was found, with line and column. */
export class XmlError extends Error {
  constructor(readonly problem: string) {
    super(problem);
  }
}

/** What the XML parser found, as a noun in French that follows « trouvé ». */
export function inFrench(message: string): string {
  const name = /: (.*)\.?$/.exec(message)?.[1]?.replace(/\.$/, "");
  if (message.startsWith("unclosed tag")) return `un fichier tronqué : <${name}> n’est jamais refermée`;
  if (message.startsWith("unexpected end")) return "un fichier tronqué";
  if (message.startsWith("unexpected close tag")) return "une balise fermante qui ne ferme pas la dernière ouverte";
  if (message.startsWith("unmatched closing tag")) return `une balise fermante </${name}> sans balise ouvrante`;
  if (message.startsWith("disallowed character in entity name")) return "un « & » qui n’est pas écrit « &amp; »";
  if (message.startsWith("undefined entity")) return "une entité qui n’est pas définie";
  if (message.startsWith("documents may contain only one root")) return "une seconde racine";
  return `une syntaxe que XML n’admet pas (${message.replace(/\.$/, "")})`;
}
