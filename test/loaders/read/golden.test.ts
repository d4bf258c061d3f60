import {describe} from "vitest";
import {testGoldenCases} from "./golden.js";

describe("a DECP file is read into the producer’s words", () => testGoldenCases("decp"));
