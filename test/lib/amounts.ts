import fc from "fast-check";

/** Amounts of up to sixty suppliers, euros to the cent, zero included. */
export const amounts = fc.array(
  fc.integer({min: 0, max: 10 ** 9}).map((cents) => cents / 100),
  {maxLength: 60}
);
