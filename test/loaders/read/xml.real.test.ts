import {fileURLToPath} from "node:url";
import {describe, expect, it} from "vitest";
import {readReal} from "./read-real.js";

const folder = fileURLToPath(new URL("../../../../shared/data/decp", import.meta.url));

describe("the collected DECP files in XML", () => {
  it.each([
    ["v1-2019/bretagne_2019.xml.gz", 762, 0, "v1"],
    ["examples-fictional/decp-rama_after2024.xml", 1, 0, "v2"],
    ["examples-fictional/decp-rama_before2024.xml", 1, 0, "v2"],
    ["examples-fictional/v1_cc-avec-modifications.xml", 1, 1, "v1"],
    ["examples-fictional/v1_mar-avec-modifications.xml", 1, 0, "v1"],
    ["examples-fictional/v1_mar-basique-avec-uid.xml", 1, 0, "v1"],
    ["examples-fictional/v1_paquet-avec-uid.xml", 4, 2, "v1"],
    ["examples-fictional/v2_Contrat-concession-modification.xml", 2, 2, "v2"],
    ["examples-fictional/v2_Contrat-concession.xml", 2, 2, "v2"],
    ["examples-fictional/v2_Marche.xml", 2, 0, "v2"]
  ])("%s has %i records, %i of them concessions, all %s and accepted", async (path, records, concessions, dialect) => {
    const {input, rows} = await readReal(`${folder}/${path}`);
    expect(input).toMatchObject({records_read: records, rows_staged: records, dialects: {[dialect]: records}});
    expect(rows.filter(({kind}) => kind === "concession")).toHaveLength(concessions);
  });
});
