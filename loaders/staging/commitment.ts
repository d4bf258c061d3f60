import {damaged} from "./csv.js";
import type {YamlFile} from "./yaml.js";

/** A plan of commitments as `src/lib/commitments.schema.json` describes it. */
export interface CommitmentPlan {
  plan: string;
  verifie_le: string;
  engagements: {
    id: string;
    nom: string;
    domaine: string;
    pilote: string;
    partenaires: string[];
    constat: string;
    page: string | null;
    suivi: string | null;
    actions: {
      id: string;
      bloc: string | null;
      action: string;
      calendrier: string | null;
      appariement: "dit" | "ordre";
      debut: string | null;
      fin: string | null;
      etat: string;
      preuves?: {adresse: string; dit: string}[];
      note?: string | null;
      liens?: string[];
    }[];
  }[];
}

/** Columns of the staged table. */
export const commitmentTable = {
  source_id: "VARCHAR",
  record_number: "INTEGER",
  plan: "VARCHAR",
  commitment_id: "VARCHAR",
  commitment: "VARCHAR",
  domain: "VARCHAR",
  lead: "VARCHAR",
  partners: "VARCHAR",
  problem: "VARCHAR",
  page_url: "VARCHAR",
  follow_up: "VARCHAR",
  action_id: "VARCHAR",
  block: "VARCHAR",
  action: "VARCHAR",
  calendar: "VARCHAR",
  is_paired_by_order: "BOOLEAN",
  starts_on: "DATE",
  ends_on: "DATE",
  state: "VARCHAR",
  note: "VARCHAR",
  site_pages: "VARCHAR",
  checked_on: "DATE",
  evidence: "STRUCT(url VARCHAR, says VARCHAR)[]"
};

/**
 * Actions of a plan, one row per action in the plan's order. A month becomes its first day where the action begins and
 * its last where it ends.
 *
 * @throws {Error} On an identifier met twice or of another commitment, an action that ends before it begins, or a day of
 * checking that does not exist.
 */
export function stageCommitments(file: YamlFile<CommitmentPlan>) {
  const {plan, verifie_le, engagements} = file.value;
  const seen = new Set<string>();
  let number = 0;
  if (!new Date(`${verifie_le}T00:00:00Z`).toJSON()?.startsWith(verifie_le))
    throw damaged(file, file.lineOf(["verifie_le"]), "un jour qui existe dans « verifie_le »", verifie_le);
  return engagements.flatMap((commitment, i) =>
    commitment.actions.map((action, j) => {
      const at = ["engagements", i, "actions", j] as const;
      if (!action.id.startsWith(`${commitment.id}.`))
        throw damaged(file, file.lineOf([...at, "id"]), `un identifiant de ${commitment.id}`, action.id);
      if (seen.has(action.id)) throw damaged(file, file.lineOf([...at, "id"]), "un identifiant par action", action.id);
      seen.add(action.id);
      if (action.debut !== null && action.fin !== null && action.fin < action.debut)
        throw damaged(file, file.lineOf([...at, "fin"]), `une fin après le début, ${action.debut}`, action.fin);
      return {
        source_id: file.sourceId,
        record_number: ++number,
        plan,
        commitment_id: commitment.id,
        commitment: commitment.nom,
        domain: commitment.domaine,
        lead: commitment.pilote,
        partners: commitment.partenaires.join(" ; "),
        problem: commitment.constat,
        page_url: commitment.page,
        follow_up: commitment.suivi,
        action_id: action.id,
        block: action.bloc,
        action: action.action,
        calendar: action.calendrier,
        is_paired_by_order: action.appariement === "ordre",
        starts_on: action.debut === null ? null : `${action.debut}-01`,
        ends_on: action.fin === null ? null : lastDayOf(action.fin),
        state: action.etat,
        note: action.note ?? null,
        site_pages: action.liens?.join(" ") ?? null,
        checked_on: verifie_le,
        evidence: (action.preuves ?? []).map(({adresse, dit}) => ({url: adresse, says: dit}))
      };
    })
  );
}

function lastDayOf(month: string): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
