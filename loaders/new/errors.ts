import {UserError} from "../user-error.js";

/** What stops `npm run new` and is the user's to solve; the message is French and says what to do. Nothing was written. */
export class NewError extends UserError {}
