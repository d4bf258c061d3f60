import {watch} from "chokidar";

/** What a page may be made of, from the root of the project. */
const watched = ["src", "loaders", "data", "observablehq.config.ts", "package-lock.json"];

/** A file is often written in several strokes. */
const restMilliseconds = 40;

/**
 * Tells of the files that change, together when they change together; one telling ends before the next begins.
 *
 * @param tell Gets the paths from the root of the project, each once.
 */
export function watchChanges(tell: (paths: readonly string[]) => Promise<void>): void {
  const changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isTelling = false;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(flush, restMilliseconds);
  };
  const flush = async () => {
    if (isTelling) return wait();
    isTelling = true;
    const paths = [...changed];
    changed.clear();
    try {
      await tell(paths);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
    isTelling = false;
  };
  watch(watched, {ignoreInitial: true, ignored: /(^|\/)(\.observablehq|node_modules)(\/|$)/}).on("all", (_, path) => {
    changed.add(path);
    wait();
  });
}
