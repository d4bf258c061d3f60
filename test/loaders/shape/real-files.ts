import {join} from "node:path";
import {readInputs} from "../../../loaders/read/read-inputs.js";
import {shapedFolder, temporaryFolder, type TestShape} from "./work.js";

/** Where the real files of French essential data stand, when they do. */
export const decpFolder = "../shared/data/decp";

/** Reads and shapes real files, in this order, as the product does. */
export async function shapedFiles(...files: string[]): Promise<TestShape> {
  const work = temporaryFolder();
  await readInputs(
    work,
    files.map((file) => ({path: join(decpFolder, file), label: file, isFictional: false}))
  );
  return shapedFolder(work);
}
