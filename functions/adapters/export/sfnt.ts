import { inflateSync } from 'node:zlib';

const headerOf = { woff: 44, sfnt: 12 } as const;
const entryOf = { woff: 20, sfnt: 16 } as const;

interface FontTable {
  readonly tag: string;
  readonly checksum: number;
  readonly content: Buffer;
}

const tableAt = (woff: Buffer, at: number): FontTable => {
  const [offset, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field)) as [number, number, number];
  const stored = woff.subarray(offset, offset + packed);
  return {
    tag: woff.toString('latin1', at, at + 4),
    checksum: woff.readUInt32BE(at + 16),
    content: packed < length ? inflateSync(stored) : stored,
  };
};

const padded = (length: number): number => Math.ceil(length / 4) * 4;

/**
 * A WOFF font unpacked into the TrueType font that it holds (W3C, WOFF File Format 1.0). The PDF library reads WOFF, but
 * unpacks the table of all glyphs anew for each of them, which takes seconds for a document.
 */
export const sfntOfWoff = (bytes: Uint8Array): Uint8Array => {
  const woff = Buffer.from(bytes);
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, n) => tableAt(woff, headerOf.woff + n * entryOf.woff));
  const start = headerOf.sfnt + count * entryOf.sfnt;
  const sfnt = Buffer.alloc(start + tables.reduce((sum, { content }) => sum + padded(content.length), 0));
  const power = 2 ** Math.floor(Math.log2(count));
  sfnt.writeUInt32BE(woff.readUInt32BE(4), 0);
  sfnt.writeUInt16BE(count, 4);
  sfnt.writeUInt16BE(power * 16, 6);
  sfnt.writeUInt16BE(Math.log2(power), 8);
  sfnt.writeUInt16BE((count - power) * 16, 10);
  tables.reduce((offset, { tag, checksum, content }, n) => {
    const entry = headerOf.sfnt + n * entryOf.sfnt;
    sfnt.write(tag, entry, 'latin1');
    sfnt.writeUInt32BE(checksum, entry + 4);
    sfnt.writeUInt32BE(offset, entry + 8);
    sfnt.writeUInt32BE(content.length, entry + 12);
    sfnt.set(content, offset);
    return offset + padded(content.length);
  }, start);
  return sfnt;
};
