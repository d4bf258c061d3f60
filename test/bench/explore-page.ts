/** One touch of a filter: a value of a facet that is chosen or let go, a text, or a least amount. */
export interface Step {
  name: string;
  /** The facet's name in the address. */
  facet?: string;
  value?: string;
  text?: string;
  minEur?: number | null;
}

/** What both pages of the bench can do. */
export interface BenchPage {
  /** Loads the awards and shows them. `bytes` is the size of the mart. */
  load(host: HTMLElement, bytes: number): Promise<void>;
  /** Answers one touch: after it, the page shows what is left. */
  apply(step: Step): void;
}
