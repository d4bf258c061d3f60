import {readdirSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {expect, it} from "vitest";
import {compact} from "./compact.js";
import {readFiles} from "./read-bytes.js";

/**
 * One test per fixture of a folder: what reading the file gives equals `<case>.expected.json`, and each record is a row
 * or refused.
 *
 * @param source Folder of `test/fixtures`.
 */
export function testGoldenCases(source: string, extension = "json"): void {
  const folder = fileURLToPath(new URL(`../../fixtures/${source}/`, import.meta.url));
  const cases = readdirSync(folder)
    .filter((name) => name.endsWith(`.${extension}`) && !name.endsWith(".expected.json"))
    .map((name) => name.slice(0, -extension.length - 1));
  it.each(cases)("%s", async (name) => {
    const file = `${name}.${extension}`;
    const {inputs, rows, refused} = await readFiles({[file]: readFileSync(`${folder}${file}`)});
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
}
