import {cpSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {readInputs} from "../../loaders/read/read-inputs.js";
import {stageAgora, type AgoraRows} from "../../loaders/staging/agora/register.js";
import {voteColumns, type AgoraYear, type CollegeList} from "../../loaders/staging/agora/file.js";
import {readCsv} from "../../loaders/staging/csv.js";
import {readYaml} from "../../loaders/staging/yaml.js";
import type {Register} from "../../src/agora/register.js";
import agoraSchema from "../../src/lib/agora/agora.schema.json" with {type: "json"};
import collegeSchema from "../../src/lib/agora/colleges.schema.json" with {type: "json"};
import type {TableName} from "../../src/lib/schema.js";
import {agoraTables} from "../../src/lib/tables/agora.js";
import {shapedFolder, temporaryFolder} from "../loaders/shape/work.js";

const years = ["2024", "2025", "2026"];

/** A copy of the register that a test edits as a facilitator would, with an editor. */
export class RegisterCopy {
  readonly folder = join(temporaryFolder(), "agora");

  constructor() {
    cpSync("data/agora", this.folder, {recursive: true});
  }

  text(file: string): string {
    return readFileSync(join(this.folder, file), "utf8");
  }

  write(file: string, text: string): void {
    mkdirSync(join(this.folder, file, ".."), {recursive: true});
    writeFileSync(join(this.folder, file), text);
  }

  /** Replaces the first text by the second; fails when it is not there. */
  edit(file: string, before: string, after: string): this {
    const text = this.text(file);
    if (!text.includes(before)) throw new Error(`${file}: expected "${before}", found none.`);
    this.write(
      file,
      text.replace(before, () => after)
    );
    return this;
  }

  /** Line on which a text stands first. */
  lineOf(file: string, text: string): number {
    const whole = this.text(file);
    return whole.slice(0, whole.indexOf(text)).split("\n").length;
  }

  /** Reads and checks the three years as the build does, without DuckDB. */
  staged(folders: readonly string[] = years): AgoraRows {
    const path = (file: string) => join(this.folder, file);
    return stageAgora({
      colleges: [readYaml<CollegeList>(path("colleges.yaml"), "colleges.yaml", "c", collegeSchema)],
      years: folders.map((year) =>
        readYaml<AgoraYear>(path(`${year}/agora.yaml`), `${year}/agora.yaml`, year, agoraSchema)
      ),
      votes: folders.map((year) => readCsv(path(`${year}/votes.csv`), `${year}/votes.csv`, year, voteColumns))
    });
  }

  /** Builds the published tables of the folder, found and recognised as any input, and gives what pages read. */
  async built(today = "2027-12-31"): Promise<Register> {
    const work = temporaryFolder();
    await readInputs(work, [{path: this.folder, label: "data/agora", isFictional: false}]);
    const {rows} = await shapedFolder(work);
    const names = Object.keys(agoraTables) as (keyof typeof agoraTables & TableName)[];
    const tables = Object.fromEntries(names.map((name) => [name, rows(name)])) as unknown as Register;
    return {...tables, today, hasPassport: () => false};
  }
}
