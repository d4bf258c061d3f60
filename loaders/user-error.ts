/** What stops a command and is the user's to solve: its message is French, says what to do, and is shown alone, without a stack. */
export class UserError extends Error {}

/** What a command shows of an error: the message of one for the user; of any other, a fault of ours, its stack. */
export function complaintOf(error: unknown): string {
  if (error instanceof UserError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
