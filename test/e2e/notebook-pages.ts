import {spawnSync} from "node:child_process";
import {publishedNotebooks} from "../../src/carnets/published.js";

/** Where the live pages of the notebooks stand in the site that the setup builds. */
export const livePages = publishedNotebooks.map((name) => ({name, path: `/cellules/${name}`}));

/**
 * Makes a live page of each published notebook in a copy of the project, as an analyst does.
 *
 * @throws {Error} With what the command printed, when it fails.
 */
export function writeLivePages(copy: string): string {
  for (const {name, path} of livePages) {
    const args = ["run", "--silent", "notebook:page", "--", `src/notebooks/${name}.ipynb`, "--out", `src${path}.md`];
    const {status, stdout, stderr} = spawnSync("npm", args, {cwd: copy, encoding: "utf8"});
    if (status !== 0)
      throw new Error(`npm ${args.join(" ")}: expected exit code 0, got ${status}.\n${stdout}${stderr}`);
  }
  return copy;
}
