import { inflateSync } from 'node:zlib';

export interface Png {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and, where there is one, alpha of each pixel. */
  readonly pixels: readonly (readonly number[])[];
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

const chunksIn = (bytes: Buffer): Chunk[] => {
  const chunks: Chunk[] = [];
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12)
    chunks.push({
      type: bytes.toString('latin1', at + 4, at + 8),
      data: bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)),
    });
  return chunks;
};

const paeth = (left: number, up: number, corner: number): number => {
  const [l, u, c] = [left, up, corner].map((each) => Math.abs(left + up - corner - each)) as [number, number, number];
  if (l <= u && l <= c) return left;
  return u <= c ? up : corner;
};

const predicted = (filter: number, left: number, up: number, corner: number): number =>
  [0, left, up, Math.floor((left + up) / 2), paeth(left, up, corner)][filter] ?? Number.NaN;

/** Reads a PNG of 8 bits a channel, RGB or RGBA, as the drawing script writes them. */
export const readPng = (bytes: Buffer): Png => {
  if (bytes.toString('latin1', 1, 4) !== 'PNG') throw new Error('Not a PNG.');
  const chunks = chunksIn(bytes);
  const header = chunks.find(({ type }) => type === 'IHDR')?.data ?? Buffer.alloc(13);
  const [width, height, channels] = [header.readUInt32BE(0), header.readUInt32BE(4), header[9] === 6 ? 4 : 3];
  if (header[8] !== 8 || ![2, 6].includes(header[9] ?? 0)) throw new Error('Another kind of PNG.');
  const raw = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  const stride = width * channels;
  const out = new Uint8Array(height * stride);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < stride; x += 1) {
      const left = x < channels ? 0 : (out[y * stride + x - channels] ?? 0);
      const up = y === 0 ? 0 : (out[(y - 1) * stride + x] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (out[(y - 1) * stride + x - channels] ?? 0);
      const filter = raw[y * (stride + 1)] ?? 0;
      out[y * stride + x] = (raw[y * (stride + 1) + 1 + x] ?? 0) + predicted(filter, left, up, corner);
    }
  const pixels = Array.from({ length: width * height }, (_, i) => [...out.subarray(i * channels, (i + 1) * channels)]);
  return { width, height, pixels };
};
