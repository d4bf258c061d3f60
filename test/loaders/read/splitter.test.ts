import * as fc from "fast-check";
import {describe, expect, it} from "vitest";
import {JsonSplitter, JsonStructureError, type OnValue} from "../../../loaders/read/splitter.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Splits a text handed over in pieces that end at the given places. */
function split(text: string | Uint8Array, paths: readonly string[], cuts: readonly number[] = []) {
  const bytes = typeof text === "string" ? encoder.encode(text) : text;
  const found: {path: string; text: string; depth: number}[] = [];
  const onValue: OnValue = (value, path, depth) => found.push({path, text: decoder.decode(value), depth});
  const splitter = new JsonSplitter(paths, onValue);
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  let from = 0;
  for (const end of ends) {
    // The reader may use its buffer again: nothing may be kept of it.
    const buffer = bytes.slice(from, end);
    splitter.push(buffer);
    buffer.fill(0x7b);
    from = end;
  }
  splitter.end();
  return {found, texts: found.map((value) => value.text), counts: Object.fromEntries(splitter.counts), splitter};
}

/** The error that splitting a text ends with. */
function errorOf(text: string, paths: readonly string[] = ["[]"]): JsonStructureError | null {
  try {
    split(text, paths);
    return null;
  } catch (error) {
    return error as JsonStructureError;
  }
}

describe("the splitter finds values by their path", () => {
  it("keeps two sibling arrays apart and counts each", () => {
    const text =
      '{"a": [9], "marches": {"marche": [{"id": 1}, {"id": 2}], "autre": [{"id": 3}], "contrat-concession": [{"id": 4}]}}';
    const {texts, counts} = split(text, ["marches.marche[]", "marches.contrat-concession[]"]);
    expect(texts).toEqual(['{"id": 1}', '{"id": 2}', '{"id": 4}']);
    expect(counts).toEqual({"marches.marche[]": 2, "marches.contrat-concession[]": 1});
  });

  it("does not mistake the same key at another depth for the path", () => {
    expect(
      split('{"meta": {"marches": [{"id": 1}]}, "marches": [{"marches": [{"id": 2}]}]}', ["marches[]"]).texts
    ).toEqual(['{"marches": [{"id": 2}]}']);
  });

  it("gives a lone object as well as the elements of an array", () => {
    const paths = ["marches.marche", "marches.marche[]"];
    expect(split('{"marches": {"marche": {"id": 1}}}', paths).counts).toEqual({"marches.marche": 1});
    expect(split('{"marches": {"marche": [{"id": 1}]}}', paths).counts).toEqual({"marches.marche[]": 1});
  });

  it("opens arrays inside of the array, however deep", () => {
    expect(split("[[1], [[{}], 2], []]", ["[]"]).texts).toEqual(["1", "{}", "2"]);
  });

  it("gives null, numbers and strings of the array too, so that they can be counted", () => {
    expect(split('[null, "a,]}", -1.5e3, true, {}]', ["[]"]).texts).toEqual(["null", '"a,]}"', "-1.5e3", "true", "{}"]);
  });

  it("reads documents that follow each other", () => {
    expect(split('{"id": 1}\n{"id": 2}\n', [""]).texts).toEqual(['{"id": 1}', '{"id": 2}']);
  });

  it("reads an escaped key as the key it stands for", () => {
    expect(split('{"m\\u0061rches": [{}]}', ["marches[]"]).texts).toEqual(["{}"]);
  });

  it("knows the first-level keys of a document in which it finds nothing", () => {
    expect(split('{"releases": [{"id": 1}], "uri": "x", "n": 1}', ["marches[]"]).splitter.rootKeys).toEqual([
      "releases",
      "uri",
      "n"
    ]);
  });

  it("measures how deep a value is nested", () => {
    expect(split('[{}, {"a": [{}]}, 1]', ["[]"]).found.map(({depth}) => depth)).toEqual([1, 3, 0]);
  });
});

describe("the splitter refuses what is no whole document", () => {
  it("says how much is open when the file was cut off", () => {
    expect(errorOf('[{"a": 1}, {"b": [')).toMatchObject({code: "truncated", offset: 18, open: 3, found: 1});
    expect(errorOf('{"a": "')).toMatchObject({code: "truncated"});
    expect(errorOf("")).toMatchObject({code: "truncated"});
  });

  it("finds a bracket too many and text after the document", () => {
    expect(errorOf("[{}]]")).toMatchObject({code: "unbalanced", offset: 4});
    expect(errorOf('{"marches": [}', ["marches[]"])).toMatchObject({code: "unbalanced", offset: 13});
    expect(errorOf("[{}] <html>")).toMatchObject({code: "stray", offset: 5});
  });

  it("takes any cut of a whole array for truncated", () => {
    const text = JSON.stringify([{a: 'é{[\\"', b: [1, {c: null}]}, {d: "\u{1f600}"}]);
    for (let end = 0; end < text.length; end++) expect(errorOf(text.slice(0, end))).toMatchObject({code: "truncated"});
  });
});

describe("the splitter agrees with JSON.parse", () => {
  const cuts = fc.array(fc.nat(2000), {maxLength: 30});
  const indent = fc.constantFrom(undefined, 1, "\t");

  it("on any array of values, wherever the stream is cut", () => {
    // An array inside of the array is opened, so that elements which are arrays are not compared here.
    const value = fc.jsonValue({maxDepth: 5, noUnicodeString: false}).filter((json) => !Array.isArray(json));
    const property = fc.property(fc.array(value), indent, cuts, (values, spaces, at) => {
      const {texts} = split(JSON.stringify(values, null, spaces), ["[]"], at);
      expect(texts.map((text) => JSON.parse(text) as unknown)).toEqual(JSON.parse(JSON.stringify(values)));
    });
    fc.assert(property, {numRuns: 300});
  });

  it("on any document around the array, wherever the stream is cut", () => {
    const other = fc.dictionary(fc.string(), fc.jsonValue({maxDepth: 3}));
    const records = fc.array(fc.dictionary(fc.string(), fc.jsonValue({maxDepth: 3})));
    const property = fc.property(other, records, records, indent, cuts, (around, first, second, spaces, at) => {
      const document = {...around, marches: {...around, marche: first, "contrat-concession": second}};
      const {texts} = split(
        JSON.stringify(document, null, spaces),
        ["marches.marche[]", "marches.contrat-concession[]"],
        at
      );
      expect(texts.map((text) => JSON.parse(text) as unknown)).toEqual(
        JSON.parse(
          JSON.stringify(
            Object.keys(document.marches)[0] === "contrat-concession" ? [...second, ...first] : [...first, ...second]
          )
        )
      );
    });
    fc.assert(property, {numRuns: 200});
  });

  it("byte for byte on one-byte pieces", () => {
    const text = '[{"é": "\\\\\\"]", "b":\r\n [[], {}]},\n{"c": "\u{1f600}"}]';
    const bytes = encoder.encode(text);
    const everywhere = Array.from(bytes, (_, i) => i);
    expect(split(text, ["[]"], everywhere).texts).toEqual(split(text, ["[]"]).texts);
    expect(split(text, ["[]"]).texts).toEqual(['{"é": "\\\\\\"]", "b":\r\n [[], {}]}', '{"c": "\u{1f600}"}']);
  });
});
