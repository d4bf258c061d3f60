/** Exit code by which the preview asks for another one: a module changed that Node cannot load twice. */
export const startAgain = 75;
