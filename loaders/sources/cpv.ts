/** Columns of the list of CPV codes: code with its check digit, French label. */
export const cpvListColumns = ["CODE", "FR"];
