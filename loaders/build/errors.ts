import {UserError} from "../user-error.js";

/** What stops a build and is the user's to solve; the message is French and says what to do. */
export class BuildError extends UserError {}
