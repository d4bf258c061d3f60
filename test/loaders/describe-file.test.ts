import {execFile} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {tableFromArrays, tableToIPC} from "apache-arrow";

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "carnets-describe-test-"));
afterAll(() => rmSync(folder, {recursive: true}));

/** Runs `npm run data -- describe` on a file of this content. */
function describeContent(name: string, content: string | Uint8Array) {
  writeFileSync(join(folder, name), content);
  const args = ["run", "--allow-all", "--config", join(root, "loaders/deno.json"), join(root, "loaders/build.ts")];
  return new Promise<{code: number; stdout: string; stderr: string}>((done) => {
    execFile(
      join(root, "node_modules/.bin/deno"),
      [...args, "describe", name],
      {cwd: folder, env: {...process.env, NO_COLOR: "1"}},
      (error, stdout, stderr) => done({code: error ? Number(error.code) : 0, stdout, stderr})
    );
  });
}

describe("npm run data -- describe", () => {
  it("tells what a procurement file holds, as its reader understands it", async () => {
    const contracts = [1000, 2000].map((montant, i) => ({
      id: `2024F0${i}`,
      acheteur: {id: "21750001600019"},
      montant,
      objet: i === 0 ? "Bancs" : null,
      dateNotification: "2024-02-03",
      titulaires: [{titulaire: {id: "41302718600001", typeIdentifiant: "SIRET"}}]
    }));
    const {stdout, code} = await describeContent("v1.json", JSON.stringify({marches: {marche: contracts}}));
    expect(code).toBe(0);
    expect(stdout).toContain("v1.json : json, decp (v1), 2 enregistrements");
    expect(stdout).toMatch(/^amount\s+entier\s+0\s%\s+2\s+1000 – 2000/m);
    expect(stdout).toMatch(/^object\s+texte\s+50\s%\s+1\s+Bancs$/m);
  });

  it("describes a table of unknown headings, so that a mapping can be written", async () => {
    const {stdout, code} = await describeContent(
      "inconnu.csv",
      "Mot;Prix HT;Quand\nbanc;12,50;2024-01-02\nlampe;;2024-03-04\n"
    );
    expect(code).toBe(0);
    expect(stdout).toContain("tableau dont l’en-tête n’est pas connu");
    expect(stdout).toMatch(/^Prix HT\s+nombre\s+50\s%\s+1\s+12[.,]5/m);
    expect(stdout).toMatch(/^Quand\s+date\s+0\s%\s+2\s+2024-01-02 – 2024-03-04/m);
  });

  it("describes a published table", async () => {
    const arrow = tableToIPC(tableFromArrays({amount_eur: Float64Array.of(1.5, 3)}), "stream");
    const {stdout} = await describeContent("t.arrow", arrow);
    expect(stdout).toContain("t.arrow : table publiée (Arrow), 2 enregistrements");
    expect(stdout).toMatch(/^amount_eur\s+nombre\s+0\s%\s+2\s+1.5 – 3/m);
  });

  it("says why a file tells nothing", async () => {
    const {code, stderr} = await describeContent("page.html", "<!doctype html><title>Erreur 404</title>");
    expect(code).toBe(1);
    expect(stderr).toContain("page HTML");
  });
});
