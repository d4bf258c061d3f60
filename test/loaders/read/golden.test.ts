import {readdirSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {describe, expect, it} from "vitest";
import {compact} from "./compact.js";
import {readFiles} from "./read-bytes.js";

const folder = fileURLToPath(new URL("../../fixtures/decp/", import.meta.url));
const cases = readdirSync(folder)
  .filter((name) => name.endsWith(".json") && !name.endsWith(".expected.json"))
  .map((name) => name.slice(0, -".json".length));

describe("a DECP file is read into the producer’s words", () => {
  it.each(cases)("%s", async (name) => {
    const {inputs, rows, refused} = await readFiles({[`${name}.json`]: readFileSync(`${folder}${name}.json`)});
    const [{format, dialects, records_read, rows_staged, rows_refused} = {} as never] = inputs;
    expect(records_read).toBe(rows_staged + rows_refused);
    expect([rows.length, refused.length]).toEqual([rows_staged, rows_refused]);
    const seen = {
      format,
      dialects,
      rows: compact(rows),
      refused: refused.map(({record_number, rule}) => ({record_number, rule}))
    };
    await expect(JSON.stringify(seen, null, 2) + "\n").toMatchFileSnapshot(`${folder}${name}.expected.json`);
  });
});
