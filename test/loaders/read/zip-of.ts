import {crc32, deflateRawSync} from "node:zlib";

/** A zip archive that stores its members as they are, or deflates them; any path is taken, also one that an honest tool would refuse. */
export function zipOf(members: Record<string, string | Uint8Array>, {isDeflated = false} = {}): Uint8Array {
  const encoder = new TextEncoder();
  const [locals, centrals]: [Uint8Array[], Uint8Array[]] = [[], []];
  let offset = 0;
  for (const [path, content] of Object.entries(members)) {
    const name = encoder.encode(path);
    const whole = typeof content === "string" ? encoder.encode(content) : content;
    const data = isDeflated ? deflateRawSync(whole) : whole;
    const common = [
      [2, 20],
      [2, 0x800],
      [2, isDeflated ? 8 : 0],
      [2, 0],
      [2, 33],
      [4, crc32(whole)],
      [4, data.length],
      [4, whole.length]
    ] as const;
    const local = [fields([[4, 0x04034b50], ...common, [2, name.length], [2, 0]]), name, data];
    const central = [
      [4, 0x02014b50],
      [2, 20],
      ...common,
      [2, name.length],
      [2, 0],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset]
    ] as const;
    locals.push(...local);
    centrals.push(fields(central), name);
    offset += local.reduce((sum, part) => sum + part.length, 0);
  }
  const n = Object.keys(members).length;
  const size = centrals.reduce((sum, part) => sum + part.length, 0);
  const end = fields([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, n],
    [2, n],
    [4, size],
    [4, offset],
    [2, 0]
  ]);
  return new Uint8Array(Buffer.concat([...locals, ...centrals, end]));
}

/** Little-endian numbers of two or four bytes. */
function fields(values: readonly (readonly [number, number])[]): Uint8Array {
  const bytes = Buffer.alloc(values.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of values) at = bytes.writeUIntLE(value, at, size);
  return bytes;
}
