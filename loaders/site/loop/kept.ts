import type {Inputs} from "./inputs.js";

/** Folder of what builds keep for one another; may be deleted at any time, the next build is then a cold one. */
export const keptFolder = ".cache/site";

/** The pages as Framework wrote them, with their scripts, styles and files. */
export const rawFolder = `${keptFolder}/raw`;

/** The pages as they are published, and the files of figures. */
export const finishedFolder = `${keptFolder}/finished`;

/** Where {@link PagesStore} is. */
export const pagesStore = `${keptFolder}/pages.json`;

/** Where the preview keeps the last runs of loaders. */
export const previewStore = `${keptFolder}/preview.json`;

/** One loader's last run. */
export interface LoaderRecord {
  inputs: Inputs;
  /** Fingerprint of each file that it gave, by path from the root of the site. */
  outputs: Record<string, string>;
  seconds: number;
}

/** One page as it was rendered last. */
export interface PageRecord {
  inputs: Inputs;
  /** Its Markdown or its loader, from the root of the project. */
  source: string;
  /** The run that rendered it: a key of {@link PagesStore.builds}. */
  build: string;
  title: string | null;
  /** Its front matter. */
  data: Record<string, unknown>;
  /** Its words, for the search. */
  words: string;
}

/** What was rendered last, and of what. */
export interface PagesStore {
  /** By path of the loader. */
  loaders: Record<string, LoaderRecord>;
  /** By address: `/marches/index`. */
  pages: Record<string, PageRecord>;
  /** What each run wrote beside its pages: scripts, styles, attached files. */
  builds: Record<string, string[]>;
  /** Files with an address of their own. */
  assets: string[];
  /** All that the pages may depend on, as the last run that ended well found it. */
  inputs: Inputs;
  /** Size and date of each file of {@link rawFolder} as that run left it. */
  raw: Record<string, string>;
}

/** Nothing rendered yet. */
export const noPages: PagesStore = {loaders: {}, pages: {}, builds: {}, assets: [], inputs: {}, raw: {}};

/** Where {@link SiteStore} is. */
export const siteStore = `${keptFolder}/site.json`;

/** What the last good build was made of, and what it left. */
export interface SiteStore {
  inputs: Inputs;
  /** By the folder of a site made of these: size and date of each file, to see whether somebody touched it. */
  sites: Record<string, Record<string, string>>;
}

/** Nothing built yet. */
export const noSite: SiteStore = {inputs: {}, sites: {}};

/** Where {@link FinishStore} is. */
export const finishStore = `${keptFolder}/finished.json`;

/** A page as it was finished last, and of what. */
export interface FinishedPage {
  inputs: Inputs;
  shown: {id: string; params: Readonly<Record<string, string>>}[];
}

/** What was finished last, and of what. */
export interface FinishStore {
  /** By path from the root of the site: `marches/index.html`. */
  pages: Record<string, FinishedPage>;
  /** Files of figures, by the key of their state. */
  states: Record<string, Inputs>;
}

/** Nothing finished yet. */
export const nothingFinished: FinishStore = {pages: {}, states: {}};
