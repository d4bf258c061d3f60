import {UserError} from "../user-error.js";

/** What stops a download and that trying again will not change; the message is French and says what happened. */
export class FetchError extends UserError {}

/** What may go away by itself: a busy or broken server, a cut connection. */
export class TransientError extends FetchError {
  /** @param waitMs What the server asked to wait for, in milliseconds; null when it said nothing. */
  constructor(
    message: string,
    readonly waitMs: number | null = null
  ) {
    super(message);
  }
}
